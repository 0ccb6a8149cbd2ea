import type { FamilyName } from './families.js';
import type { ProcessFigures } from './figures.js';
import type { Labels } from './window.js';

/** One series of all processes together. */
export interface Total {
  labels: Labels;
  /** Sum of counters, of observations, or of gauges. */
  value: number;
  perSecond: number;
  sum: number;
  /** Of a histogram: upper bounds, and observations up to each. */
  bounds: readonly number[];
  buckets: readonly number[];
}

/**
 * Adds up a metric over processes, by some of its labels. Rates are added up, not counts divided: a process that began a
 * minute ago has a shorter window.
 */
export function totalsOf(processes: readonly ProcessFigures[], name: FamilyName, by: readonly string[] = []): Total[] {
  const totals = new Map<string, Total & { buckets: number[] }>();
  for (const { families, seconds } of processes) {
    const family = families[name];
    for (const series of family?.series ?? []) {
      const labels = Object.fromEntries(by.map((label) => [label, series.labels[label] ?? '']));
      const key = JSON.stringify(labels);
      let total = totals.get(key);
      if (!total)
        totals.set(
          key,
          (total = { labels, value: 0, perSecond: 0, sum: 0, bounds: family?.bounds ?? [], buckets: [] }),
        );
      total.value += series.value;
      total.perSecond += series.value / seconds;
      total.sum += series.sum ?? 0;
      for (const [index, count] of (series.buckets ?? []).entries())
        total.buckets[index] = (total.buckets[index] ?? 0) + count;
    }
  }
  return [...totals.values()];
}

/** Several totals as one. */
export function together(totals: readonly Total[]): Total {
  const buckets: number[] = [];
  for (const total of totals)
    for (const [index, count] of total.buckets.entries()) buckets[index] = (buckets[index] ?? 0) + count;
  const sum = (of: (total: Total) => number) => totals.reduce((all, total) => all + of(total), 0);
  return {
    labels: {},
    value: sum(({ value }) => value),
    perSecond: sum(({ perSecond }) => perSecond),
    sum: sum((total) => total.sum),
    bounds: totals.find(({ bounds }) => bounds.length > 0)?.bounds ?? [],
    buckets,
  };
}

/**
 * The value below which so large a share of the observations lies, as `histogram_quantile` of Prometheus has it: within a
 * bucket they count as evenly spread, and what lies beyond the last bound counts as being at it. Null of none.
 *
 * @param share between 0 and 1
 */
export function quantileOf({ value: count, bounds, buckets }: Total, share: number): number | null {
  if (count <= 0 || bounds.length === 0) return null;
  const rank = share * count;
  const index = buckets.findIndex((upTo) => upTo >= rank);
  if (index < 0) return bounds.at(-1)!;
  const below = buckets[index - 1] ?? 0;
  const lower = bounds[index - 1] ?? 0;
  const inBucket = buckets[index]! - below;
  const part = inBucket === 0 ? 1 : (rank - below) / inBucket;
  return lower + (bounds[index]! - lower) * part;
}
