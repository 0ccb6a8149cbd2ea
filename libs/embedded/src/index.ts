export { locateProgram } from './debian-packages.js';
export * from './errors.js';
export { assertPortFree, freePort } from './ports.js';
export { descendants, isAlive, listProcesses, startedWith, type ProcessEntry } from './processes.js';
export * from './postgres.js';
export { untilOrphansEnd } from './previous-run.js';
export * from './redis.js';
export * from './server-process.js';
