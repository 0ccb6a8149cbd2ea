/** Each process of services/jobs reads the same figures of a server. */
export const each = (metric: string, by = 'server') => `max by (${by}) (${metric})`;
export const perSecond = (metric: string, by = 'server') => `max by (${by}) (rate(${metric}[$__rate_interval]))`;
