import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it, jest } from '@jest/globals';

import * as parser from '../src/index.js';
import { openCorpus } from './corpus/corpus.js';
import { countsInCi, reached, type Floors } from './floors.js';
import { readByPool } from './reading/read.js';
import { scoreCorpus } from './scorer/corpus.js';

// The worker threads run the compiled package: this test needs a build, which `npm test` makes first.
jest.setTimeout(60_000);

const floors = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as Floors;

/** Names whose figure is below their floor, with both. */
function below(parts: Readonly<Record<string, number>>, least: Readonly<Record<string, number>>): string[] {
  return Object.entries(least)
    .filter(([name, floor]) => (parts[name] ?? 0) < floor)
    .map(([name, floor]) => `${name}: ${(parts[name] ?? 0).toFixed(3)} < ${floor}`);
}

describe('the sample of the benchmark', () => {
  let now: Floors;

  beforeAll(async () => {
    const corpus = await openCorpus('sample', join(import.meta.dirname, 'sample'));
    const documents = corpus.documents.filter((document) => countsInCi({ document }));
    expect(documents.length).toBeGreaterThan(80);
    const { reads } = await readByPool(documents, parser, 2);
    now = reached(await scoreCorpus(corpus, reads));
  });

  it('is read as well as it was', () => {
    expect(now.macro).toBeGreaterThanOrEqual(floors.macro);
  });

  it.each(['languages', 'layouts', 'fields'] as const)('is read as well as it was in all of its %s', (parts) => {
    expect(below(now[parts], floors[parts])).toEqual([]);
  });
});
