import { env } from 'node:process';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { ParseError, ParserPool } from '../../src/index.js';
import { childProcesses } from '../child-processes.js';
import { document } from '../support.js';
import type { HostileCase, Outcome } from './case.js';
import { fuzzed, HOSTILE_CASES } from './cases.js';

// The processes run the compiled package: these tests need a build, which `npm test` makes first.

const THREADS = 2;
/** What the service allows. A machine that is busy with other tests comes close to less. */
const TIMEOUT_MS = 30_000;
/** What may pass from a document's turn to its answer when its process had to be ended. */
const ANSWER_MS = TIMEOUT_MS + 5_000;
const NEIGHBOUR = document('de-plain.txt');

/** `npm run test:hostile` adds this many rounds of damage with seeds of its own. */
const rounds = Number(env.HOSTILE_ROUNDS ?? 0);
const firstSeed = Number(env.HOSTILE_SEED ?? 1_000);
const cases = [...HOSTILE_CASES, ...fuzzed(Array.from({ length: rounds }, (_, round) => firstSeed + round))];

jest.setTimeout(90_000);

async function outcomeOf(pool: ParserPool, bytes: Uint8Array): Promise<Outcome> {
  try {
    await pool.parse(bytes);
    return 'reading';
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    // A defect of the parser that was caught is still a defect: it hides behind a code that blames the document.
    if (typeof error.cause === 'string') throw new Error(`The parser failed: ${error.cause}`, { cause: error });
    return error.code;
  }
}

describe('hostile documents', () => {
  let pool: ParserPool;
  let before: number[];
  let expectedNeighbour: unknown;

  beforeAll(async () => {
    before = childProcesses();
    pool = new ParserPool({ threads: THREADS, timeoutMs: TIMEOUT_MS, memoryMb: 256 });
    await pool.warm();
    expectedNeighbour = (await pool.parse(NEIGHBOUR)).document;
  });

  it('are at least 200, each with a name of its own', () => {
    expect(HOSTILE_CASES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((hostile): [string, HostileCase] => [hostile.name, hostile]))(
    '%s',
    async (_name, { bytes, expected }) => {
      const content = bytes();
      const started = performance.now();
      const [outcome, neighbour] = await Promise.all([
        outcomeOf(pool, content).then((code) => ({ code, ms: performance.now() - started })),
        pool.parse(NEIGHBOUR),
      ]);
      expect(expected).toContain(outcome.code);
      expect(outcome.ms).toBeLessThan(ANSWER_MS);
      expect(neighbour.document).toEqual(expectedNeighbour);
    },
  );

  it('leave the pool as it was', async () => {
    await pool.warm();
    expect(pool.stats).toMatchObject({ threads: THREADS, ready: THREADS, busy: 0, queued: 0 });
    expect(childProcesses()).toHaveLength(before.length + THREADS);
  });

  it('leave nothing behind when the pool is closed', async () => {
    await pool.close();
    expect(childProcesses()).toEqual(before);
  });

  afterAll(() => pool.close());
});
