export * from './document-config.js';
export * from './groups.js';
export * from './load-config.js';
export * as schemas from './schemas.js';
export * from './variable.js';
