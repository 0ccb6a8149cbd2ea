import { setImmediate } from 'node:timers/promises';

import { registry } from '@discover/telemetry';

import { FAMILIES, type FamilyName } from './families.js';

export type Labels = Readonly<Record<string, string>>;

/** What happened in a window, or how it is now. */
export interface Series {
  labels: Labels;
  /** Of a counter: how much it grew; of a gauge: its value; of a histogram: observations. */
  value: number;
  /** Of a histogram. */
  sum?: number;
  /** Of a histogram: observations up to each of the family's bounds. */
  buckets?: number[];
}

export interface Family {
  kind: 'counter' | 'gauge' | 'histogram';
  /** Of a histogram: upper bounds, without the last, which is infinite. */
  bounds?: number[];
  series: Series[];
}

export type Families = Partial<Record<FamilyName, Family>>;

/** As `get()` of prom-client answers. */
interface Reading {
  type: string;
  values: { metricName?: string; labels: Record<string, string | number>; value: number }[];
}

interface Sample {
  at: number;
  families: Families;
}

/**
 * What the process's own metrics came to in the last minutes. It keeps some readings of the counters, and tells by how much
 * they grew since the oldest of them.
 */
export class RollingWindow {
  private readonly samples: Sample[];

  /** @param spanMs the longest that the window is; @param stepMs between two readings that are kept: the window is exact to it */
  constructor(private readonly options: { spanMs: number; stepMs: number; now?: () => number }) {
    // Every counter of a process begins at zero.
    this.samples = [{ at: this.now(), families: {} }];
  }

  /** Reads the metrics. Series of which nothing happened are not told. */
  async read(): Promise<{ seconds: number; families: Families }> {
    const sample = { at: this.now(), families: await readFamilies() };
    while (this.samples.length > 1 && this.samples[1]!.at <= sample.at - this.options.spanMs) this.samples.shift();
    const [oldest] = this.samples;
    if (sample.at - this.samples.at(-1)!.at >= this.options.stepMs) this.samples.push(sample);
    return {
      seconds: Math.max((sample.at - oldest!.at) / 1_000, 0.001),
      families: growth(oldest!.families, sample.families),
    };
  }

  private now(): number {
    return this.options.now?.() ?? performance.now();
  }
}

async function readFamilies(): Promise<Families> {
  const families: Families = {};
  for (const name of FAMILIES) {
    const metric = registry.getSingleMetric(name);
    if (!metric) continue;
    // A family may be thousands of series: requests are answered between one and the next.
    await setImmediate();
    const reading = (await (metric.get() as unknown)) as Reading;
    families[name] = reading.type === 'histogram' ? histogramOf(name, reading) : simpleOf(reading);
  }
  return families;
}

function simpleOf({ type, values }: Reading): Family {
  return {
    kind: type === 'counter' ? 'counter' : 'gauge',
    series: values.map(({ labels, value }) => ({ labels: textual(labels), value })),
  };
}

function histogramOf(name: string, { values }: Reading): Family {
  const bounds = new Set<number>();
  const byLabels = new Map<string, Required<Series>>();
  for (const { metricName, labels: all, value } of values) {
    const { le, ...labels } = all;
    const text = textual(labels);
    const key = JSON.stringify(text);
    let series = byLabels.get(key);
    if (!series) byLabels.set(key, (series = { labels: text, value: 0, sum: 0, buckets: [] }));
    if (metricName === `${name}_sum`) series.sum = value;
    else if (metricName === `${name}_count`) series.value = value;
    else if (le !== '+Inf') {
      bounds.add(Number(le));
      series.buckets.push(value);
    }
  }
  return { kind: 'histogram', bounds: [...bounds], series: [...byLabels.values()] };
}

function textual(labels: Record<string, string | number>): Labels {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]));
}

function growth(before: Families, now: Families): Families {
  return Object.fromEntries(
    Object.entries(now).map(([name, family]) => {
      if (family.kind === 'gauge') return [name, family];
      const earlier = new Map(before[name as FamilyName]?.series.map((one) => [JSON.stringify(one.labels), one]));
      const series = family.series
        .map((one) => less(one, earlier.get(JSON.stringify(one.labels))))
        .filter(({ value }) => value > 0);
      return [name, { ...family, series }];
    }),
  );
}

function less(now: Series, before: Series | undefined): Series {
  if (!before) return now;
  return {
    labels: now.labels,
    value: now.value - before.value,
    ...(now.sum !== undefined && { sum: now.sum - (before.sum ?? 0) }),
    ...(now.buckets && { buckets: now.buckets.map((count, index) => count - (before.buckets?.[index] ?? 0)) }),
  };
}
