export * from './address.js';
export * from './payload.js';
export * from './schedule.js';
export * from './send.js';
export * from './signature.js';
export * from './target.js';
