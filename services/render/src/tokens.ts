/** Names of injected values that are no classes. */
export const OBJECT_STORAGE = Symbol('OBJECT_STORAGE');
export const LOGGER = Symbol('LOGGER');
