import type { Latency, Sample } from './figures.js';

/** One line of the table. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Measured in the same run, in the same unit. */
  readonly baseline?: { readonly name: string; readonly value: number };
  readonly latency?: Latency;
  readonly errors?: Readonly<Record<string, number>>;
  /** What the specification asks, by its row. */
  readonly target?: string;
  readonly notes?: readonly string[];
}

/** The value as a multiple of its baseline's. */
export function ratioOf({ value, baseline }: Measurement): number | undefined {
  return baseline && value / baseline.value;
}

/** A rate, its times and its errors. */
export function rate(
  name: string,
  unit: string,
  sample: Sample,
  more: Pick<Measurement, 'baseline' | 'errors' | 'target' | 'notes'> = {},
): Measurement {
  return { name, value: sample.perSecond, unit, latency: sample.latency, ...more };
}
