export * from './interruption.js';
export * from './settings.js';
export * from './stack.js';
export * from './stack-error.js';
export * from './supervisor.js';
