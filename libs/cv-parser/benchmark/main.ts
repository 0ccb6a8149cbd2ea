import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';

import { fitAll } from './calibration/fit.js';
import { evidenceOf } from './calibration/reliability.js';
import { calibrationSource } from './calibration/table.js';
import { makeCases } from './corpus/cases.js';
import { openCorpus, type Corpus } from './corpus/corpus.js';
import { HALF_SIZE } from './corpus/plan.js';
import { makeSample } from './corpus/sample.js';
import { corpusVersion, halfOfCorpus } from './corpus/store.js';
import { floorsBelow, reached } from './floors.js';
import { readOptions, USAGE, UsageError, type Options } from './options.js';
import { loadParser, readByPool, readOneByOne, type Parser } from './reading/read.js';
import { reliabilityTable, writeReport, type Throughput } from './report/document.js';
import { fieldTable, groupTable, overallTable, timeTable, type Sets } from './report/tables.js';
import { scoreCorpus, type Scored } from './scorer/corpus.js';
import { MACRO_FIELDS } from './scorer/score.js';

const checkout = join(import.meta.dirname, '../../..');
const cache = join(checkout, '.cache/benchmark');
/** The sources of this module, where what is committed is written. */
const sources = join(import.meta.dirname, '../benchmark');
const startedAt = Date.now();
const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => say(`[${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s] ${line}`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    say(USAGE);
    return;
  }
  if (options.makeSample) return makeSample(join(sources, 'sample'), tell);
  if (options.makeCases) return makeCases(join(sources, 'cases'), cache);
  const parser = await loadParser();
  if (options.calibrate) return calibrate(parser);
  const sets: Record<string, Scored[]> = {};
  for (const corpus of await corpora(options)) sets[corpus.name] = await read(filtered(corpus, options), parser);
  print(sets, options);
  if (options.sample && options.setFloors) await setFloors(sets.sample!);
  const throughput = options.speed ? await measureThroughput(sets, parser) : [];
  if (options.heldOut && options.only.length === 0 && options.corpus === undefined)
    await report(sets, throughput, parser);
}

async function corpora(options: Options): Promise<Corpus[]> {
  if (options.corpus !== undefined) return [await openCorpus('outside', options.corpus)];
  if (options.sample) return [await openCorpus('sample', join(sources, 'sample'))];
  if (options.cases) return [await openCorpus('cases', join(sources, 'cases'))];
  const tuning = await halfOfCorpus('tuning', cache, tell);
  return options.heldOut ? [tuning, await halfOfCorpus('held-out', cache, tell)] : [tuning];
}

const filtered = (corpus: Corpus, { only }: Options): Corpus => ({
  ...corpus,
  documents:
    only.length === 0 ? corpus.documents : corpus.documents.filter(({ id }) => only.some((part) => id.includes(part))),
});

/** Reads and scores, and leaves what was read beside the cache for those who want to know why: not of the held-out half. */
async function read(corpus: Corpus, parser: Parser): Promise<Scored[]> {
  tell(`Reading ${corpus.documents.length} documents (${corpus.name}) …`);
  const reads = await readOneByOne(corpus, parser, tell);
  if (corpus.name !== 'held-out') {
    const folder = join(cache, 'predictions', corpus.name);
    await mkdir(folder, { recursive: true });
    for (const { document, reading } of reads) {
      if (typeof reading === 'string') continue;
      await writeFile(join(folder, `${document.id}.pred.json`), JSON.stringify(reading.document, null, 1));
      await writeFile(join(folder, `${document.id}.full.json`), JSON.stringify(reading, null, 1));
    }
    tell(`Truth: ${corpus.folder}; what was read: ${folder}`);
  }
  return scoreCorpus(corpus, reads);
}

function print(sets: Sets, options: Options): void {
  const tables = [
    overallTable(sets),
    fieldTable(sets),
    ...(['language', 'layout', 'format', 'producer'] as const).map((grouping) => groupTable(sets, grouping)),
    ...Object.values(sets).map(timeTable),
    ...Object.entries(sets).map(([name, scored]) => reliabilityTable(name, scored)),
  ];
  say(`\n${tables.join('\n\n')}\n`);
  if (!options.documents) return;
  const shown = Object.entries(sets).filter(([name]) => name !== 'held-out');
  for (const {
    document,
    macro,
    score,
    read: { reading },
  } of shown.flatMap(([, scored]) => scored).sort((a, b) => a.macro - b.macro)) {
    const weak = MACRO_FIELDS.filter((field) => score[field].used && score[field].f1 < 0.9).map(
      (field) => `${field} ${score[field].f1.toFixed(2)}`,
    );
    say(`${macro.toFixed(3)} ${document.id}  ${typeof reading === 'string' ? reading : weak.join('  ')}`);
  }
}

/** Fewer documents than this measure the start of the threads. */
const MIN_FOR_THROUGHPUT = 20;

/** Text PDFs through the pool, as a service reads them. */
async function measureThroughput(sets: Sets, parser: Parser): Promise<Throughput[]> {
  const pdfs = Object.values(sets)
    .flat()
    .filter(({ document, read: { reading } }) => document.format === 'pdf' && typeof reading !== 'string')
    .map(({ document }) => document);
  if (pdfs.length < MIN_FOR_THROUGHPUT) return [];
  const measured: Throughput[] = [];
  for (const threads of [1, 2]) {
    const { reads, seconds } = await readByPool(pdfs, parser, threads);
    const perSecond = reads.length / seconds;
    tell(
      `${perSecond.toFixed(1)} text PDFs a second on ${threads} ${threads === 1 ? 'thread' : 'threads'} (${reads.length} documents)`,
    );
    measured.push({ threads, perSecond });
  }
  return measured;
}

async function setFloors(scored: readonly Scored[]): Promise<void> {
  const file = join(sources, 'floors.json');
  await writeFile(file, `${JSON.stringify(floorsBelow(reached(scored)), null, 2)}\n`);
  tell(`Floors: ${file}`);
}

async function calibrate(parser: Parser): Promise<void> {
  const corpus = await halfOfCorpus('tuning', cache, tell);
  tell(`Reading ${corpus.documents.length} documents …`);
  const evidence = evidenceOf(await scoreCorpus(corpus, await readOneByOne(corpus, parser, tell, true)));
  const file = join(sources, '../src/conservation/calibration.ts');
  await writeFile(file, calibrationSource(fitAll(evidence)));
  tell(
    `Fitted on ${evidence.length} values: ${file}. Run prettier on it, and this command with --held-out to see what it is worth.`,
  );
}

async function report(sets: Sets, throughput: readonly Throughput[], parser: Parser): Promise<void> {
  const missing = Object.entries(sets)
    .filter(([, scored]) => scored.length < HALF_SIZE)
    .map(
      ([name, scored]) =>
        `⚠ ${HALF_SIZE - scored.length} documents of the ${name} half could not be made on this machine.`,
    );
  const file = join(checkout, 'docs/accuracy.md');
  await writeReport(join(import.meta.dirname, 'report/accuracy.template.md'), file, {
    sets,
    corpus: await corpusVersion(),
    parserVersion: parser.PARSER_VERSION,
    throughput,
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
    missing,
  });
  tell(`Report: ${file}`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
