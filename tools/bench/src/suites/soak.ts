import { ParserPool } from '@discover/cv-parser';

import { median } from '../figures.js';
import { POOL, THREADS } from './library.js';
import type { Context } from './suite.js';

const DOCUMENTS = 10_000;
/** After the first thousand everything is loaded and every cache is full: what memory grows by from there on is a leak. */
const WINDOW = 1_000;
/** Every so many documents one is given up halfway, which costs its process. */
const CANCEL_EVERY = 500;
const KILLS = 9;
const MB = 1024 * 1024;

/** Ten thousand documents through one pool, and how soon a process that was killed has been replaced by a warm one. */
export async function measureSoak({ pdfs, signal, tell, record }: Context): Promise<void> {
  const pool = new ParserPool(POOL);
  try {
    await pool.warm();
    tell(`${DOCUMENTS} documents through one pool …`);
    const memory = () => (process.memoryUsage.rss() + pool.stats.residentBytes) / MB;
    const samples: number[] = [];
    let next = 0;
    const worker = async () => {
      while (next < DOCUMENTS) {
        signal.throwIfAborted();
        const number = next++;
        await pool.parse(pdfs[number % pdfs.length]!);
        samples[number] = memory();
        if (number % CANCEL_EVERY === CANCEL_EVERY - 1) await killOne(pool, pdfs[0]!);
        if (number % 1_000 === 0) tell(`  ${number}: ${memory().toFixed(0)} MB`);
      }
    };
    await Promise.all(Array.from({ length: THREADS }, worker));
    await pool.warm();
    record({
      name: `Memory of pool and owner in the last ${WINDOW} of ${DOCUMENTS} documents, median`,
      value: median(samples.slice(-WINDOW)),
      unit: 'MB',
      baseline: { name: `in the second ${WINDOW}`, value: median(samples.slice(WINDOW, 2 * WINDOW)) },
      target: 'flat (B6)',
    });
    const replaced: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) replaced.push(await killOne(pool, pdfs[0]!));
    record({
      name: 'A killed parser process until a warm one is there, median',
      value: median(replaced),
      unit: 'ms',
      target: '< 1,000 ms (B6)',
      notes: [`slowest of ${KILLS}: ${Math.max(...replaced).toFixed(0)} ms`],
    });
  } finally {
    await pool.close();
  }
}

/** Gives up a document that is being read, and waits for the next warm process; milliseconds from one to the other. */
async function killOne(pool: ParserPool, document: Buffer): Promise<number> {
  const cancelled = new AbortController();
  const given = pool.parse(document, {}, cancelled.signal).catch(() => undefined);
  const started = performance.now();
  cancelled.abort();
  await given;
  await pool.warm();
  return performance.now() - started;
}
