/** Series of one scrape: value by `name{labels}` as it stands in the text. */
export type Scrape = ReadonlyMap<string, number>;

export async function scrape(metricsPort: number): Promise<Scrape> {
  const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  return readScrape(await response.text());
}

export function readScrape(text: string): Scrape {
  const series = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^([^#\s][^\s{]*(?:\{.*\})?) (\S+)/.exec(line) ?? [];
    if (name !== undefined) series.set(name, Number(value));
  }
  return series;
}

/** Sum of all series of a metric. */
export function total(series: Scrape, metric: string): number {
  return [...series].reduce((sum, [name, value]) => (name.split('{')[0] === metric ? sum + value : sum), 0);
}

/** Share of look-ups in the cache between two scrapes that did not wait for the source; of these types, or of all. */
export function hitRatio(before: Scrape, after: Scrape, types?: readonly string[]): number {
  let all = 0;
  let misses = 0;
  for (const [name, value] of after) {
    if (!name.startsWith('cv_cache_requests_total{')) continue;
    if (types && !types.includes(label(name, 'type'))) continue;
    const added = value - (before.get(name) ?? 0);
    all += added;
    if (label(name, 'result') === 'miss') misses += added;
  }
  return 1 - misses / all;
}

export interface QueryTime {
  readonly query: string;
  readonly count: number;
  /** Seconds. */
  readonly p95: number;
}

/** p95 of a histogram between two scrapes, of all observations (`*`) and by the label `query`. */
export function queryTimes(before: Scrape, after: Scrape, metric: string): QueryTime[] {
  const buckets = new Map<string, Map<number, number>>();
  for (const [name, value] of after) {
    if (!name.startsWith(`${metric}_bucket{`)) continue;
    const added = value - (before.get(name) ?? 0);
    const bound = Number(label(name, 'le').replace('+Inf', 'Infinity'));
    for (const query of ['*', label(name, 'query')]) {
      const counts = buckets.get(query) ?? new Map<number, number>();
      buckets.set(query, counts.set(bound, (counts.get(bound) ?? 0) + added));
    }
  }
  return [...buckets]
    .map(([query, counts]) => ({ query, count: counts.get(Infinity) ?? 0, p95: quantile(counts, 0.95) }))
    .filter(({ count }) => count > 0);
}

/** As `histogram_quantile` of Prometheus: within a bucket, observations count as evenly spread. */
export function quantile(cumulative: ReadonlyMap<number, number>, share: number): number {
  const bounds = [...cumulative].sort(([a], [b]) => a - b);
  const rank = share * (cumulative.get(Infinity) ?? 0);
  let lower = { bound: 0, count: 0 };
  for (const [bound, count] of bounds) {
    if (count >= rank && bound === Infinity) return lower.bound;
    if (count >= rank && count > lower.count)
      return lower.bound + ((bound - lower.bound) * (rank - lower.count)) / (count - lower.count);
    lower = { bound, count };
  }
  return NaN;
}

function label(series: string, name: string): string {
  return new RegExp(`[{,]${name}="([^"]*)"`).exec(series)?.[1] ?? '';
}
