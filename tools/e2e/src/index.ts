export * from './administrator.js';
export * from './client.js';
export * from './platform.js';
export * from './authorization.js';
export * from './receiver.js';
export * from './trace-backend.js';
