/** Names of injected values that are no classes. */
export const OBJECT_STORAGE = Symbol('OBJECT_STORAGE');
export const JOBS_CONFIG = Symbol('JOBS_CONFIG');
export const CACHE_REDIS = Symbol('CACHE_REDIS');
export const LOGGER = Symbol('LOGGER');
