import { metrics } from '@discover/telemetry';

type Child = ReturnType<typeof metrics.cacheRequests.labels>;

/** Looking a series up by its labels takes longer than reading L1, so each is looked up once. */
const series = new Map<string, Map<string, Child>>();

export function countLookup(type: string, result: string): void {
  const ofType = series.get(type) ?? new Map<string, Child>();
  series.set(type, ofType);
  const child = ofType.get(result) ?? metrics.cacheRequests.labels(type, result);
  ofType.set(result, child);
  child.inc();
}
