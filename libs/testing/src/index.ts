export { freePort } from '@discover/embedded';
export * from './private-servers.js';
export * from './s3-server.js';
export * from './test-database.js';
export * from './test-servers.js';
export * from './wait-for.js';
