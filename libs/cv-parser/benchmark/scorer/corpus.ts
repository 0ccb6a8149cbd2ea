import type { Resume } from '@discover/cv-model';

import { truthOf, type Corpus, type CorpusDocument } from '../corpus/corpus.js';
import type { Read } from '../reading/read.js';
import { macroF1, scoreResume, total, type Score } from './score.js';

/** A document that was read, with its truth and its score. */
export interface Scored {
  readonly document: CorpusDocument;
  readonly truth: Resume;
  readonly read: Read;
  readonly score: Score;
  readonly macro: number;
}

/** What could not be read counts as empty. */
export async function scoreCorpus(corpus: Corpus, reads: readonly Read[]): Promise<Scored[]> {
  return Promise.all(
    reads.map(async (read) => {
      const truth = await truthOf(corpus, read.document);
      const score = scoreResume(truth, typeof read.reading === 'string' ? {} : read.reading.document);
      return { document: read.document, truth, read, score, macro: macroF1(score) };
    }),
  );
}

export type Grouping = 'language' | 'layout' | 'format' | 'producer';

/** Macro-F1 of the documents of each language, layout, format or producer, by name. */
export function macroBy(
  scored: readonly Scored[],
  grouping: Grouping,
): { name: string; documents: number; macro: number }[] {
  const groups = Map.groupBy(scored, ({ document }) => document[grouping]);
  return [...groups]
    .map(([name, members]) => ({
      name,
      documents: members.length,
      macro: macroF1(total(members.map(({ score }) => score))),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
