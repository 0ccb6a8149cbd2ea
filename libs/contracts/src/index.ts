export * from './errors.js';
export * from './events.js';
export * from './jobs.js';
export * from './levers.js';
export * from './outbox.js';
export * from './plans.js';
export * from './queues.js';
export * from './storage-keys.js';
