// Distinct PDFs per second through the pool: node benchmark/throughput.mjs [template] [document] [count] [threads]
// Needs the build. Prints one line of JSON: rate, pages, p50 and p95 of one render from submission (2 x threads in flight).
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';

import { RenderPool } from '../dist/index.js';

const [template = 'classic', name = 'nurse', count = '600', threads = String(availableParallelism())] =
  process.argv.slice(2);
const source = readFileSync(new URL(`../test/documents/${name}.json`, import.meta.url), 'utf8');

/** A CV that no cache has seen: another name, other text, other dates. */
function distinct(number) {
  const copy = JSON.parse(source);
  copy.basics.name = `${copy.basics.name} ${number}`;
  copy.basics.summary = `${copy.basics.summary ?? ''} Reference ${number * 7919}.`;
  for (const [index, work] of (copy.work ?? []).entries()) {
    work.startDate = `${1990 + ((number + index) % 30)}-0${1 + (number % 9)}`;
    work.highlights = (work.highlights ?? []).map((text, line) => `${text} (${number * 31 + line})`);
  }
  return copy;
}

const pool = new RenderPool({ threads: Number(threads), timeoutMs: 10_000, memoryMb: 512 });
await pool.warm();
const latencies = [];
let pages = 0;
let next = 0;
const begun = performance.now();
let residentAtTenth = 0;
await Promise.all(
  Array.from({ length: Number(threads) * 2 }, async () => {
    while (next < Number(count)) {
      const document = distinct(next++);
      if (next === Math.ceil(Number(count) / 10)) residentAtTenth = process.memoryUsage().rss;
      const start = performance.now();
      const rendered = await pool.render({ document, template, format: 'pdf' });
      latencies.push(performance.now() - start);
      pages += rendered.pages;
    }
  }),
);
const seconds = (performance.now() - begun) / 1000;
latencies.sort((a, b) => a - b);
const percentile = (share) => Number(latencies[Math.floor(latencies.length * share)].toFixed(1));
console.log(
  JSON.stringify({
    template,
    document: name,
    threads: Number(threads),
    count: latencies.length,
    perSecond: Number((latencies.length / seconds).toFixed(1)),
    pagesPerDocument: Number((pages / latencies.length).toFixed(2)),
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    residentMbAtTenth: Math.round(residentAtTenth / 2 ** 20),
    residentMbAtEnd: Math.round(process.memoryUsage().rss / 2 ** 20),
  }),
);
await pool.close();
