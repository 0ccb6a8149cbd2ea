import 'reflect-metadata';

export { Database } from './database.js';
export * from './entities/index.js';
export type { Handle } from './handle.js';
export { migrate, NewerSchemaError } from './migrate.js';
export type { TokenStore } from './replication/consistency-tokens.js';
export * from './repositories/cvs.js';
export * from './repositories/files.js';
export * from './repositories/jobs.js';
export { PostgresOutbox } from './repositories/outbox.js';
export * from './repositories/sessions.js';
export * from './repositories/users.js';
