export * from './canonical.js';
export * from './merge-patch.js';
export * from './reading.js';
export * from './resume.js';
export { resumeSchema } from './schema.js';
export * from './validate.js';
