import { RenderPool, templates } from '@discover/cv-render';

import { resume } from '../documents/resumes.js';
import { median } from '../figures.js';
import { POOL, THREADS } from './library.js';
import type { Context } from './suite.js';

const RENDERS = 10_000;
/** After the first thousand everything is loaded: what memory grows by from there on is a leak. */
const WINDOW = 1_000;
const MB = 1024 * 1024;

/** Ten thousand distinct CVs through one pool, by all templates in turn. */
export async function measureRenderSoak({ signal, tell, record }: Context): Promise<void> {
  const pool = new RenderPool(POOL);
  try {
    await pool.warm();
    tell(`${RENDERS} renders through one pool …`);
    const resident = () => process.memoryUsage.rss() / MB;
    const samples: number[] = [resident()];
    let next = 1;
    const worker = async () => {
      while (next <= RENDERS) {
        signal.throwIfAborted();
        const number = next++;
        const { id: template } = templates[number % templates.length]!;
        await pool.render({ document: resume(5_000_000 + number), template, format: 'pdf' });
        samples[number] = resident();
        if (number % 1_000 === 0) tell(`  ${number}: ${samples[number].toFixed(0)} MB`);
      }
    };
    await Promise.all(Array.from({ length: THREADS }, worker));
    record({
      name: `Memory in the last ${WINDOW} of ${RENDERS} renders, median`,
      value: median(samples.slice(-WINDOW)),
      unit: 'MB',
      baseline: { name: `in the second ${WINDOW}`, value: median(samples.slice(WINDOW, 2 * WINDOW)) },
      target: 'flat (C5)',
      notes: [
        `${samples[0]!.toFixed(0)} MB warm, ${samples[WINDOW]!.toFixed(0)} MB after ${WINDOW}, ${samples[RENDERS]!.toFixed(0)} MB at the end`,
      ],
    });
  } finally {
    await pool.close();
  }
}
