/** A value's confidence before calibration, and whether it was right. */
export interface Evidence {
  /** JSON pointer without positions: `/work/name`. */
  readonly kind: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** Up to which confidence which share is right: ascending in both. */
export type Steps = readonly (readonly [upTo: number, share: number])[];

/** Kinds with fewer values than this use the steps of all kinds together. */
const ENOUGH = 60;
export const ANY_KIND = '*';

export const kindOf = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '');

export function fitAll(evidence: readonly Evidence[]): Record<string, Steps> {
  const kinds = [...Map.groupBy(evidence, ({ kind }) => kind)]
    .filter(([, members]) => members.length >= ENOUGH)
    .sort(([a], [b]) => a.localeCompare(b));
  return { [ANY_KIND]: fit(evidence), ...Object.fromEntries(kinds.map(([kind, members]) => [kind, fit(members)])) };
}

interface Pool {
  upTo: number;
  right: number;
  total: number;
}

/**
 * Isotonic regression by pooling adjacent violators (Ayer and others, 1955). Shares are drawn to the middle as if one
 * right and one wrong value more had been seen (Laplace), so that a few cases never give certainty.
 */
export function fit(evidence: readonly Evidence[]): Steps {
  const pools: Pool[] = [];
  const levels = [...Map.groupBy(evidence, ({ confidence }) => confidence)].sort(([a], [b]) => a - b);
  for (const [confidence, members] of levels) {
    pools.push({ upTo: confidence, right: members.filter(({ right }) => right).length, total: members.length });
    while (pools.length > 1 && share(pools.at(-2)!) >= share(pools.at(-1)!)) {
      const last = pools.pop()!;
      const before = pools.at(-1)!;
      before.upTo = last.upTo;
      before.right += last.right;
      before.total += last.total;
    }
  }
  return pools.map((pool) => [pool.upTo, Math.round(share(pool) * 100) / 100]);
}

const share = ({ right, total }: Pool): number => (right + 1) / (total + 2);
