import { describe, expect, it } from '@jest/globals';

import { INITIAL_LEVERS, LEVER_NAMES, LEVERS, readLevers } from './levers.js';

describe('levers', () => {
  it.each(LEVER_NAMES)('%s may be set to what it is built with', (name) => {
    expect(LEVERS[name].schema.parse(LEVERS[name].initial)).toEqual(LEVERS[name].initial);
  });

  it.each([
    ['cacheTtlFactor', 0],
    ['cacheTtlFactor', 11],
    ['rateLimitFactor', 0.001],
    ['rateLimitFactor', '1'],
    ['edgeCaching', 1],
    ['queueConcurrency', { parse: 0, render: null, maintenance: null, webhooks: null }],
    ['queueConcurrency', { parse: 4 }],
    ['batchSize', { cleanUp: 500, outbox: 100, other: 1 }],
    ['maintenance', { mode: 'shut', message: null, until: null }],
    ['maintenance', { mode: 'closed', message: 'x'.repeat(301), until: null }],
    ['maintenance', { mode: 'closed', message: null, until: 'tomorrow' }],
  ] as const)('%s cannot be %j', (name, value) => {
    expect(LEVERS[name].schema.safeParse(value).success).toBe(false);
  });

  it('of another release are read as far as they are known and valid', () => {
    const stored = { rateLimitFactor: 0.5, cacheTtlFactor: 1_000, edgeCaching: 'no', turbo: true };
    expect(readLevers(stored)).toEqual({ ...INITIAL_LEVERS, rateLimitFactor: 0.5 });
  });
});
