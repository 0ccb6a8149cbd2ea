import type { Scored } from '../scorer/corpus.js';
import { kindOf, type Evidence } from './fit.js';
import { judge } from './judge.js';

/** The judged values of documents with the confidence that was given for them. */
export function evidenceOf(scored: readonly Scored[]): Evidence[] {
  return scored.flatMap(({ truth, read: { reading } }) => {
    if (typeof reading === 'string') return [];
    return judge(truth, reading.document).flatMap(({ pointer, right }) => {
      const confidence = reading.confidence[pointer];
      return confidence === undefined ? [] : [{ kind: kindOf(pointer), confidence, right }];
    });
  });
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly values: number;
  /** Means over the values of the bin. */
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;

export function reliability(evidence: readonly Evidence[]): { bins: Bin[]; expectedError: number } {
  const groups = Map.groupBy(evidence, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9)));
  const bins = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([index, members]) => ({
      from: index / BINS,
      to: (index + 1) / BINS,
      values: members.length,
      confidence: members.reduce((sum, { confidence }) => sum + confidence, 0) / members.length,
      right: members.filter(({ right }) => right).length / members.length,
    }));
  const expectedError =
    bins.reduce((sum, { values, confidence, right }) => sum + values * Math.abs(confidence - right), 0) /
    (evidence.length || 1);
  return { bins, expectedError };
}
