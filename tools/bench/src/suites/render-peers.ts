import { RenderPool } from '@discover/cv-render';

import { resume } from '../documents/resumes.js';
import { rate } from '../measurement.js';
import { Chromium } from '../peers/chromium.js';
import { reactPdf } from '../peers/react-pdf.js';
import { closedLoop } from './closed-loop.js';
import { POOL } from './library.js';
import type { Context } from './suite.js';

/** Printed again and again by the browser, which keeps nothing of what it printed. */
const DOCUMENTS = 32;
const WARM_UP_SHARE = 0.3;

/** Other ways to make a PDF of the same CVs, one after the other, each warm: what a template engine of our own is worth. */
export async function measureRenderPeers(context: Context): Promise<void> {
  const { tell, record } = context;
  tell('The same CVs by us, by Chromium and by react-pdf, one after the other …');
  const renderer = new RenderPool({ ...POOL, threads: 1 });
  const browser = await Chromium.launch();
  try {
    const pages = await Promise.all(
      Array.from({ length: DOCUMENTS }, async (_, number) => {
        const { bytes } = await renderer.render({ document: resume(number), template: 'classic', format: 'html' });
        return new TextDecoder().decode(bytes);
      }),
    );
    const ours = await measure(context, (number) =>
      renderer.render({ document: resume(6_000_000 + number), template: 'classic', format: 'pdf' }),
    );
    const peers: Record<string, (number: number) => Promise<unknown>> = {
      ...(browser && { 'warm headless Chromium, one page': (number) => browser.pdf(pages[number % DOCUMENTS]!) }),
      '@react-pdf/renderer, built-in fonts': (number) => reactPdf(resume(6_000_000 + number)),
    };
    if (!browser) tell('There is no Chromium on this machine: it is left out (Debian: chromium).');
    for (const [name, print] of Object.entries(peers)) {
      const peer = await measure(context, print);
      const notes = [`${name}: p50 ${peer.latency.p50.toFixed(0)} ms, p95 ${peer.latency.p95.toFixed(0)} ms`];
      record(
        rate('Render a distinct PDF, one after the other', 'PDFs/s', ours, {
          baseline: { name, value: peer.perSecond },
          notes,
        }),
      );
    }
  } finally {
    await browser?.close();
    await renderer.close();
  }
}

async function measure({ seconds, signal }: Context, print: (number: number) => Promise<unknown>) {
  await closedLoop(1, Math.max(1, seconds * WARM_UP_SHARE), signal, (number) => print(number + 500_000));
  return closedLoop(1, seconds / 2, signal, print);
}
