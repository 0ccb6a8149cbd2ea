import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { makeCases } from './corpus/cases.js';
import { openCorpus, type Corpus } from './corpus/corpus.js';
import { makeSample } from './corpus/sample.js';
import { halfOfCorpus } from './corpus/store.js';
import { readOptions, USAGE, UsageError, type Options } from './options.js';
import { loadParser, readByPool, readOneByOne, type Parser } from './reading/read.js';
import { fieldTable, groupTable, overallTable, percentile, timeTable, type Sets } from './report/tables.js';
import { scoreCorpus, type Scored } from './scorer/corpus.js';
import { MACRO_FIELDS } from './scorer/score.js';

const checkout = join(import.meta.dirname, '../../..');
const cache = join(checkout, '.cache/benchmark');
const committed = join(import.meta.dirname, '../benchmark');
const startedAt = Date.now();
const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => say(`[${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s] ${line}`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    say(USAGE);
    return;
  }
  if (options.makeSample) return makeSample(join(committed, 'sample'), tell);
  if (options.makeCases) return makeCases(join(committed, 'cases'), cache);
  const parser = await loadParser();
  const sets: Record<string, Scored[]> = {};
  for (const corpus of await corpora(options)) sets[corpus.name] = await read(filtered(corpus, options), parser);
  print(sets, options);
  if (options.speed) await printThroughput(sets, parser);
}

async function corpora(options: Options): Promise<Corpus[]> {
  if (options.corpus !== undefined) return [await openCorpus('outside', options.corpus)];
  if (options.sample) return [await openCorpus('sample', join(committed, 'sample'))];
  if (options.cases) return [await openCorpus('cases', join(committed, 'cases'))];
  const tuning = await halfOfCorpus('tuning', cache, tell);
  return options.heldOut ? [tuning, await halfOfCorpus('held-out', cache, tell)] : [tuning];
}

const filtered = (corpus: Corpus, { only }: Options): Corpus => ({
  ...corpus,
  documents:
    only.length === 0 ? corpus.documents : corpus.documents.filter(({ id }) => only.some((part) => id.includes(part))),
});

/** Reads and scores, and leaves what was read beside the cache for those who want to know why. */
async function read(corpus: Corpus, parser: Parser): Promise<Scored[]> {
  tell(`Reading ${corpus.documents.length} documents (${corpus.name}) …`);
  const reads = await readOneByOne(corpus, parser, tell);
  const folder = join(cache, 'predictions', corpus.name);
  await mkdir(folder, { recursive: true });
  for (const { document, reading } of reads) {
    if (typeof reading === 'string') continue;
    await writeFile(join(folder, `${document.id}.pred.json`), JSON.stringify(reading.document, null, 1));
    await writeFile(join(folder, `${document.id}.full.json`), JSON.stringify(reading, null, 1));
  }
  tell(`What was read: ${folder}`);
  return scoreCorpus(corpus, reads);
}

function print(sets: Sets, options: Options): void {
  const tables = [
    overallTable(sets),
    fieldTable(sets),
    ...(['language', 'layout', 'format', 'producer'] as const).map((grouping) => groupTable(sets, grouping)),
    ...Object.values(sets).map(timeTable),
  ];
  say(`\n${tables.join('\n\n')}\n`);
  if (!options.documents) return;
  const all = Object.values(sets)
    .flat()
    .sort((a, b) => a.macro - b.macro);
  for (const {
    document,
    macro,
    score,
    read: { reading },
  } of all) {
    const weak = MACRO_FIELDS.filter((field) => score[field].used && score[field].f1 < 0.9).map(
      (field) => `${field} ${score[field].f1.toFixed(2)}`,
    );
    say(`${macro.toFixed(3)} ${document.id}  ${typeof reading === 'string' ? reading : weak.join('  ')}`);
  }
}

/** Text PDFs through the pool, as a service reads them. */
async function printThroughput(sets: Sets, parser: Parser): Promise<void> {
  const pdfs = Object.values(sets)
    .flat()
    .filter(({ document, read: { reading } }) => document.format === 'pdf' && typeof reading !== 'string')
    .map(({ document }) => document);
  if (pdfs.length < 20) return;
  for (const threads of [1, 2]) {
    const { reads, seconds } = await readByPool(pdfs, parser, threads);
    tell(
      `${(reads.length / seconds).toFixed(1)} text PDFs a second on ${threads} thread${threads === 1 ? '' : 's'} (${reads.length} documents)`,
    );
  }
  const times = Object.values(sets)
    .flat()
    .filter(({ document }) => document.format === 'pdf')
    .map(({ read: { milliseconds } }) => milliseconds);
  tell(`one by one: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
