import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { RenderPool } from '@discover/cv-render';
import { EmbeddedError } from '@discover/embedded';
import { interruption, StackError } from '@discover/stack';

import { Account } from './account.js';
import { pdfsToParse } from './documents/pdfs.js';
import { ratioOf, type Measurement } from './measurement.js';
import { readOptions, USAGE, UsageError, type BenchOptions, type Part } from './options.js';
import { Platform } from './platform.js';
import { describeMachine, table, WARNING } from './report.js';
import { measureLibraries, POOL } from './suites/library.js';
import { measureMix } from './suites/mix.js';
import { measureParsing } from './suites/parse.js';
import { measurePhotos } from './suites/photos.js';
import { measureProfiling } from './suites/profiling.js';
import { measureReads } from './suites/reads.js';
import { measureRendering } from './suites/render.js';
import { measureRenderSoak } from './suites/render-soak.js';
import { measureSoak } from './suites/soak.js';
import type { Context, PlatformContext } from './suites/suite.js';
import { measureWrites } from './suites/writes.js';

/** What needs the platform, in the order in which it is measured. */
const SUITES: readonly (readonly [Part, (context: PlatformContext) => Promise<void>])[] = [
  ['parse', measureParsing],
  ['render', measureRendering],
  ['reads', measureReads],
  ['writes', measureWrites],
  ['mix', measureMix],
  ['photos', measurePhotos],
];
const DISTINCT_PDFS = 64;

const startedAt = Date.now();
const tell = (line: string) => console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${line}`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(USAGE);
    return;
  }
  const signal = interruption(() => tell('Stopping; Ctrl-C again to stop at once …'));
  const machine = describeMachine();
  const measurements: Measurement[] = [];
  try {
    await measure(options, measurements, signal);
    console.log(
      `\n${table(measurements)}\n\n${WARNING}\n${machine.cores} × ${machine.cpu}, Node ${machine.node}, load before the run ${machine.loadBefore.toFixed(1)}`,
    );
    await mkdir(dirname(options.jsonFile), { recursive: true });
    const figures = measurements.map((measurement) => ({ ...measurement, ratio: ratioOf(measurement) }));
    await writeFile(
      options.jsonFile,
      `${JSON.stringify({ startedAt: new Date(startedAt), seconds: options.seconds, machine, measurements: figures }, null, 2)}\n`,
    );
    tell(`Figures: ${options.jsonFile}`);
  } catch (error) {
    // What fails after Ctrl-C fails because of it.
    if (!signal.aborted) throw error;
  }
  const failed = measurements.some(({ errors = {} }) => Object.keys(errors).length > 0);
  process.exitCode = signal.aborted ? 130 : failed ? 1 : 0;
}

async function measure(
  { parts, seconds }: BenchOptions,
  measurements: Measurement[],
  signal: AbortSignal,
): Promise<void> {
  const record = (measurement: Measurement) => void measurements.push(measurement);
  const context = await withRenderer(async (renderer) => {
    const made: Context = { seconds, signal, tell, record, alone: {}, pdfs: await makePdfs(renderer) };
    if (parts.has('library')) await measureLibraries(made, renderer);
    if (parts.has('profiling')) await measureProfiling(made);
    if (parts.has('soak')) await measureSoak(made);
    if (parts.has('render-soak')) await measureRenderSoak(made);
    return made;
  });
  const suites = SUITES.filter(([part]) => parts.has(part));
  if (suites.length === 0) return;
  await onPlatform(context, async (platform) => {
    for (const [, suite] of suites) await suite(platform);
  });
}

async function withRenderer<T>(work: (renderer: RenderPool) => Promise<T>): Promise<T> {
  const renderer = new RenderPool(POOL);
  try {
    return await work(renderer);
  } finally {
    await renderer.close();
  }
}

async function makePdfs(renderer: RenderPool): Promise<Buffer[]> {
  tell(`Making ${DISTINCT_PDFS} distinct PDFs to be read …`);
  await renderer.warm();
  return pdfsToParse(renderer, DISTINCT_PDFS);
}

async function onPlatform(context: Context, work: (context: PlatformContext) => Promise<void>): Promise<void> {
  const { signal } = context;
  const platform = await Platform.start(tell, signal);
  try {
    await work({ ...context, platform, account: await Account.open(platform.url) });
  } finally {
    tell('Stopping the platform …');
    await platform.stop();
  }
}

main().catch((error: unknown) => {
  const plain = error instanceof UsageError || error instanceof StackError || error instanceof EmbeddedError;
  console.error(plain ? `\n${error.message}\n` : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
