import { registry, startMetrics } from '@discover/telemetry';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { ALERTS } from '../src/alerts/index.js';
import { DASHBOARDS } from '../src/dashboards/index.js';
import { EXTERNAL_SERIES, SCALING_SERIES } from '../src/external-series.js';
import { selectorsOf, withoutVariables, type Selector } from '../src/promql.js';
import { RECORDINGS } from '../src/recording/recording.js';

/** What Prometheus, or the process, puts on every series. */
const EVERYWHERE = ['service', 'process', 'instance', 'pod', 'namespace'];

const rules = Object.values(RECORDINGS).flat();
const known = new Map<string, readonly string[]>();

beforeAll(() => {
  startMetrics('test', 'test');
  for (const metric of registry.getMetricsAsArray()) {
    const { name, labelNames } = metric as unknown as { name: string; labelNames: string[] };
    for (const series of [name, ...['_bucket', '_sum', '_count'].map((part) => name + part)])
      known.set(series, [...labelNames, 'le']);
  }
  for (const { record, labels = {} } of rules) known.set(record, [...Object.keys(labels), 'queue']);
  for (const [name, labels] of Object.entries({ ...EXTERNAL_SERIES, ...SCALING_SERIES })) known.set(name, labels);
});

function unknownOf(expressions: readonly string[]): string[] {
  return expressions.flatMap(selectorsOf).flatMap((selector) => problemsOf(selector));
}

function problemsOf({ metric, labels }: Selector): string[] {
  const has = known.get(metric);
  if (has === undefined) return [`nobody exports ${metric}`];
  return labels
    .filter((label) => !has.includes(label) && !EVERYWHERE.includes(label))
    .map((label) => `${metric} has no label ${label}`);
}

describe('every series that is asked for is one that somebody exports', () => {
  it.each(ALERTS)('$name', ({ expr }) => {
    expect(unknownOf([expr])).toEqual([]);
  });

  it.each(rules)('$record', ({ expr }) => {
    expect(unknownOf([expr])).toEqual([]);
  });

  it.each(DASHBOARDS)('dashboard $name', ({ rows, variables = {} }) => {
    const queries = rows.flatMap((row) => row.panels).flatMap((panel) => panel.queries);
    const choices = Object.values(variables).map(
      ({ metric, label }) => `count by (${label}) (${metric}{${label}!=""})`,
    );
    expect(unknownOf([...queries.map(({ expr }) => withoutVariables(expr)), ...choices])).toEqual([]);
  });

  it('a name or label that nobody exports is found', () => {
    expect(unknownOf(['rate(cv_no_such_total[5m]) > 0', 'cv_redis_up{instanz="queue"}'])).toEqual([
      'nobody exports cv_no_such_total',
      'cv_redis_up has no label instanz',
    ]);
  });
});
