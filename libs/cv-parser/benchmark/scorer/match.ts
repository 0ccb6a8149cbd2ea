import { plainDate, sameDate } from './dates.js';
import { similar, similarity, SIMILAR } from './text.js';

/** What two entries are compared by: who (employer, institution), what (position, degree), when. */
export interface Entry<T> {
  readonly item: T;
  readonly body: string;
  readonly role: string;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

export type Pair<T> = readonly [truth: Entry<T> | null, predicted: Entry<T> | null];

/**
 * Pairs entries that mean the same, greedily, the likest first: by both names together; or, where one of the names and
 * the start agree, by those. What is left over on either side stands alone.
 */
export function matchEntries<T>(truth: readonly Entry<T>[], predicted: readonly Entry<T>[]): Pair<T>[] {
  const candidates = truth.flatMap((real, i) =>
    predicted.flatMap((said, j) => {
      const score = likeness(real, said);
      return score === null ? [] : [{ score, i, j }];
    }),
  );
  candidates.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const [usedTruth, usedPredicted] = [new Set<number>(), new Set<number>()];
  const pairs: Pair<T>[] = [];
  for (const { i, j } of candidates) {
    if (usedTruth.has(i) || usedPredicted.has(j)) continue;
    usedTruth.add(i);
    usedPredicted.add(j);
    pairs.push([truth[i]!, predicted[j]!]);
  }
  const missed = truth.filter((_, i) => !usedTruth.has(i)).map((entry): Pair<T> => [entry, null]);
  const invented = predicted.filter((_, j) => !usedPredicted.has(j)).map((entry): Pair<T> => [null, entry]);
  return [...pairs, ...missed, ...invented];
}

/** `null`: not the same entry. Dates decide between several that are equally like. */
function likeness<T>(real: Entry<T>, said: Entry<T>): number | null {
  const names = similarity(`${real.body} ${real.role}`, `${said.body} ${said.role}`);
  const start = sameDate(plainDate(real.startDate), plainDate(said.startDate));
  const end = sameDate(plainDate(real.endDate), plainDate(said.endDate));
  const dated = start || (plainDate(real.startDate) === null && end);
  const oneName = dated && (similar(real.body, said.body) || similar(real.role, said.role));
  const score = names < SIMILAR && oneName ? SIMILAR : names;
  return score < SIMILAR - 1e-9 ? null : score + (start ? 0.02 : 0) + (end ? 0.01 : 0);
}
