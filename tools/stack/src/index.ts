export * from './interruption.js';
export { serviceEnvironment, type Databases } from './services.js';
export * from './settings.js';
export * from './stack.js';
export * from './stack-error.js';
export * from './supervisor.js';
