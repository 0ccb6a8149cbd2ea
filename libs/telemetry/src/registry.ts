import { Registry } from 'prom-client';

/** What `/metrics` of this process shows. */
export const registry = new Registry();
