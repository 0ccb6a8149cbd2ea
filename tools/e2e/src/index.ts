export * from './client.js';
export * from './platform.js';
export * from './authorization.js';
