import { ParserPool } from '@discover/cv-parser';
import type { RenderPool } from '@discover/cv-render';

import { resume } from '../documents/resumes.js';
import { rate } from '../measurement.js';
import { closedLoop } from './closed-loop.js';
import { measureMachine } from './machine.js';
import type { Context } from './suite.js';

/** As many as the services have by default. */
export const THREADS = 2;
const TIMEOUT_MS = 30_000;
const MEMORY_MB = 512;
export const POOL = { threads: THREADS, timeoutMs: TIMEOUT_MS, memoryMb: MEMORY_MB };

/** Parser and renderer by themselves, against one document at a time: what a second one in hand gains is the threads'. */
export async function measureLibraries(context: Context, renderer: RenderPool): Promise<void> {
  const { pdfs, alone } = context;
  await measureMachine(context);
  const parser = new ParserPool(POOL);
  try {
    const parse = (number: number) => parser.parse(pdfs[number % pdfs.length]!);
    alone.parsed = await measure(context, 'Parse a PDF, library', 'documents/s', parse, '50/s peak (B5)');
  } finally {
    await parser.close();
  }
  const render = (number: number) => renderer.render({ document: resume(number), template: 'classic', format: 'pdf' });
  alone.rendered = await measure(context, 'Render a distinct PDF, library', 'PDFs/s', render, '100/s peak (C5)');
}

async function measure(
  context: Context,
  name: string,
  unit: string,
  work: (number: number) => Promise<unknown>,
  target: string,
): Promise<number> {
  const { seconds, signal, tell, record } = context;
  tell(`${name} …`);
  await closedLoop(THREADS, Math.max(1, seconds / 3), signal, (number) => work(number + 2_000_000));
  const single = await closedLoop(1, seconds / 2, signal, (number) => work(number + 1_000_000));
  const pooled = await closedLoop(THREADS, seconds, signal, work);
  record(
    rate(`${name}, ${THREADS} threads`, unit, pooled, {
      baseline: { name: 'one at a time', value: single.perSecond },
      target,
    }),
  );
  return pooled.perSecond;
}
