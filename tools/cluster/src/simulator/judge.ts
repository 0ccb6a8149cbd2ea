import type { Sample } from './simulate.js';

export interface Judgement {
  readonly replicas: { readonly least: number; readonly most: number };
  /** From when the load first needed its most replicas to when so many were ready; 0 if they were there, undefined if they never were. */
  readonly secondsToScale: number | undefined;
  /** Replicas at most above what the load ever needed. */
  readonly overshoot: number;
  readonly turnsPerHour: number;
  /** Turns that undo a change of less than ten minutes before: thrashing. */
  readonly hastyTurns: number;
  readonly largestStep: number;
  /** Of a job that comes last, at what those ready then can do. */
  readonly longestWaitSeconds: number;
  /** Percent of all requests for which no replica had time. */
  readonly refusedPercent: number;
  readonly replicaHours: number;
}

const HASTE_SECONDS = 600;

/** @param samples without the warm-up, at equal distances */
export function judge(samples: readonly Sample[]): Judgement {
  const first = samples[0]!;
  const tick = samples[1]!.second - first.second;
  const most = Math.max(...samples.map(({ needed }) => needed));
  const from = samples.find(({ needed }) => needed === most)!;
  const there = samples.find(({ second, ready }) => second >= from.second && ready >= most);
  const changes = samples.flatMap((sample, index) => {
    const by = index === 0 ? 0 : sample.replicas - samples[index - 1]!.replicas;
    return by === 0 ? [] : [{ second: sample.second, by }];
  });
  const turns = changes.filter(({ by }, index) => index > 0 && Math.sign(by) !== Math.sign(changes[index - 1]!.by));
  const hasty = changes.filter(
    ({ by, second }, index) =>
      index > 0 &&
      Math.sign(by) !== Math.sign(changes[index - 1]!.by) &&
      second - changes[index - 1]!.second < HASTE_SECONDS &&
      by < 0,
  );
  const hours = (samples.at(-1)!.second - first.second + tick) / 3_600;
  const asked = samples.reduce((sum, { load }) => sum + load, 0);
  return {
    replicas: {
      least: Math.min(...samples.map(({ replicas }) => replicas)),
      most: Math.max(...samples.map(({ replicas }) => replicas)),
    },
    secondsToScale: there === undefined ? undefined : there.second - from.second,
    overshoot: Math.max(0, Math.max(...samples.map(({ replicas }) => replicas)) - most),
    turnsPerHour: turns.length / hours,
    hastyTurns: hasty.length,
    largestStep: Math.max(0, ...changes.map(({ by }) => Math.abs(by))),
    longestWaitSeconds: Math.max(...samples.map(({ pending, capacity }) => pending / Math.max(capacity, 1e-9))),
    refusedPercent: (100 * samples.reduce((sum, { refused }) => sum + refused, 0)) / Math.max(1, asked),
    replicaHours: (samples.reduce((sum, { replicas }) => sum + replicas, 0) * tick) / 3_600,
  };
}
