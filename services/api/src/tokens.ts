/** Names of injected values that are no classes. */
export const API_CONFIG = Symbol('API_CONFIG');
export const OBJECT_STORAGE = Symbol('OBJECT_STORAGE');
export const LOGGER = Symbol('LOGGER');
export const CACHE_REDIS = Symbol('CACHE_REDIS');
/** The {@link SearchIndex}. */
export const SEARCH_INDEX = Symbol('SEARCH_INDEX');
