export * from './helm.js';
export * from './manifest.js';
export * from './network-policies.js';
