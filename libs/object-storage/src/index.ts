export * from './content-disposition.js';
export * from './create-object-storage.js';
export * from './errors.js';
export * from './folder/folder-storage.js';
export type { ReadGrant } from './folder/signed-token.js';
export * from './object-storage.js';
export * from './s3/s3-storage.js';
