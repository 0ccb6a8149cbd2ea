import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

import { rate } from '../measurement.js';
import { closedLoop } from './closed-loop.js';
import type { Context } from './suite.js';

const ITERATIONS = 20_000;
const THREADS = 2;

/** What a second thread is worth on this machine now, whatever the program: two cores may be two halves of one, or busy. */
export async function measureMachine({ seconds, signal, tell, record }: Context): Promise<void> {
  tell('What a second thread is worth here …');
  const hash = promisify(pbkdf2);
  const work = (number: number) => hash('yardstick', String(number), ITERATIONS, 32, 'sha256');
  const single = await closedLoop(1, seconds / 4, signal, work);
  const both = await closedLoop(THREADS, seconds / 4, signal, work);
  record(
    rate('This machine: PBKDF2, 2 threads', 'hashes/s', both, {
      baseline: { name: 'one thread', value: single.perSecond },
    }),
  );
}
