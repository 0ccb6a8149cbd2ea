import type { Schemas } from '@discover/client';

import { h, note, table, tile, type Column } from './dom.js';
import { bytes, count, duration, percent, rate, time } from './format.js';
import { Trend } from './trend.js';

export type Performance = Schemas['Performance'];

/** A part of the page that is drawn anew with every answer. */
export interface Section {
  id: string;
  title: string;
  draw: (performance: Performance) => Node[];
}

const requestTrend = new Trend();
const latencyTrend = new Trend();

/** Coloured where it is beyond what it should be, and told in words to those who see no colours. */
function judged(text: string, grade: 'good' | 'middle' | 'poor' | null): HTMLElement {
  const words = { good: 'good', middle: 'could be better', poor: 'poor' };
  return grade === null ? h('span', {}, text) : h('span', { class: grade, title: words[grade] }, text);
}

function above(value: number | null, middle: number, poor: number): 'good' | 'middle' | 'poor' | null {
  if (value === null) return null;
  if (value > poor) return 'poor';
  return value > middle ? 'middle' : 'good';
}

const code = (text: string): HTMLElement => h('code', {}, text);
const number = <Row>(title: string, cell: (row: Row) => string | Node): Column<Row> => ({ title, number: true, cell });

function overview({ overview: { requests, services, processes, windowSeconds }, alerts, cache }: Performance): Node[] {
  requestTrend.add(requests.perSecondNow);
  latencyTrend.add(requests.p95Ms);
  const firing = [...alerts.own, ...(alerts.alertmanager ?? [])];
  const critical = firing.some(({ severity }) => severity === 'critical');
  return [
    h(
      'dl',
      { class: 'tiles' },
      tile(
        'Requests now',
        rate(requests.perSecondNow),
        note(`${rate(requests.perSecond)} over ${duration(windowSeconds * 1_000)}`),
        requestTrend.draw('Requests a second'),
      ),
      tile(
        '95 % of answers within',
        judged(duration(requests.p95Ms), above(requests.p95Ms, 200, 500)),
        note(`p50 ${duration(requests.p50Ms)}, p99 ${duration(requests.p99Ms)}`),
        latencyTrend.draw('95th percentile'),
      ),
      tile(
        'Errors',
        judged(percent(requests.errorShare), above(requests.errorShare, 0.001, 0.01)),
        note(`${count(requests.rateLimited)} over a rate limit`),
      ),
      tile(
        'Cache hits',
        judged(percent(cache.hitRatio), cache.hitRatio === null ? null : above(1 - cache.hitRatio, 0.2, 0.3)),
      ),
      tile(
        'Alerts',
        judged(count(firing.length), firing.length === 0 ? 'good' : critical ? 'poor' : 'middle'),
        note(firing.length === 0 ? 'nothing fires' : firing[0]!.name),
      ),
      tile('Processes', count(processes), note(`${services.length} services`)),
    ),
    table('Services', services, [
      { title: 'Service', cell: ({ service }) => service },
      { title: 'Release', cell: ({ releases }) => releases.join(', ') },
      number('Processes', (row) => count(row.processes)),
      number('CPU', ({ cpu }) => judged(`${cpu.used.toFixed(2)} of ${count(cpu.limit)}`, above(cpu.share, 0.7, 0.8))),
      number('Memory', ({ memory }) =>
        judged(`${bytes(memory.used)} of ${bytes(memory.limit)}`, above(memory.share, 0.75, 0.85)),
      ),
      number('Event loop', ({ eventLoop }) =>
        judged(
          `${duration(eventLoop.lagMs)} · ${percent(eventLoop.utilisation)} busy`,
          above(eventLoop.lagMs, 100, 250),
        ),
      ),
    ]),
  ];
}

function alertList({ alerts }: Performance): Node[] {
  const items = [
    ...alerts.own.map((alert) => ({ ...alert, from: 'these figures' })),
    ...(alerts.alertmanager ?? []).map((alert) => ({ ...alert, from: `Alertmanager, since ${time(alert.since)}` })),
  ];
  if (items.length === 0) return [h('p', { class: 'good' }, 'Nothing fires.')];
  return [
    h(
      'ul',
      { class: 'plain' },
      ...items.map(({ name, severity, subject, summary, from }) =>
        h(
          'li',
          { class: severity },
          h('strong', {}, name),
          ` · ${severity} · ${subject}: ${summary} `,
          h('span', { class: 'soft' }, `(${from}; runbook `, code(`docs/runbooks/${name}.md`), ')'),
        ),
      ),
    ),
  ];
}

function recommendations({ recommendations: items }: Performance): Node[] {
  if (items.length === 0) return [h('p', { class: 'good' }, 'Nothing to recommend.')];
  return [
    h(
      'ul',
      { class: 'plain' },
      ...items.map((item) =>
        h('li', {}, h('strong', {}, item.code.replaceAll('_', ' ')), ' · ', code(item.subject), ` ${item.detail}`),
      ),
    ),
  ];
}

type Vital = NonNullable<Performance['vitals']>['items'][number];
const GRADES = { good: 'good', needs_improvement: 'middle', poor: 'poor' } as const;

function vitalValue({ p75, unit, rating }: Vital): HTMLElement {
  return judged(unit === 'ms' ? duration(p75) : p75.toFixed(3), GRADES[rating]);
}

function vitals({ vitals: known }: Performance): Node[] {
  if (!known || known.items.length === 0) return [h('p', { class: 'soft' }, 'No browser has told anything lately.')];
  const { items, hours } = known;
  const by = (dimension: Vital['by']) => items.filter((item) => item.by === dimension);
  const rows = (['page', 'device', 'connection'] as const).flatMap((dimension) =>
    [...Map.groupBy(by(dimension), ({ value }) => value)].map(([value, values]) => ({ dimension, value, values })),
  );
  const metrics = by('all').map(({ metric }) => metric);
  return [
    h(
      'dl',
      { class: 'tiles' },
      ...by('all').map((item) =>
        tile(
          item.metric,
          vitalValue(item),
          note(`${percent(item.good)} good, ${percent(item.poor)} poor, of ${count(item.samples)}`),
        ),
      ),
    ),
    table(`75th percentile of the last ${hours} hours, by page, device and connection`, rows, [
      {
        title: 'Of',
        cell: ({ dimension, value }) => h('span', {}, h('span', { class: 'soft' }, `${dimension} `), code(value)),
      },
      ...metrics.map((metric) =>
        number<(typeof rows)[number]>(metric, ({ values }) => {
          const item = values.find((one) => one.metric === metric);
          return item ? vitalValue(item) : '–';
        }),
      ),
      number('Samples', ({ values }) => count(Math.max(...values.map(({ samples }) => samples)))),
    ]),
  ];
}

function cache({ cache: figures }: Performance): Node[] {
  return [
    h(
      'p',
      {},
      `${percent(figures.hitRatio)} of ${count(figures.lookups)} look-ups were hits; ${bytes(figures.l1Bytes)} in the processes’ memory; errors of the shared cache: ${count(figures.errors)}. `,
      figures.breakersOpen > 0
        ? h('span', { class: 'poor' }, `${figures.breakersOpen} processes do without the shared cache.`)
        : h('span', { class: 'good' }, 'The shared cache is in use.'),
    ),
    table('By cached type', figures.types, [
      { title: 'Type', cell: ({ type }) => type },
      number('Look-ups', ({ lookups }) => count(lookups)),
      number('Hits', ({ hitRatio, lookups }) =>
        judged(percent(hitRatio), lookups < 50 ? null : above(1 - hitRatio, 0.2, 0.3)),
      ),
      number('In memory', ({ l1 }) => count(l1)),
      number('Shared', ({ l2 }) => count(l2)),
      number('Stale', ({ stale }) => count(stale)),
      number('Misses', ({ misses }) => count(misses)),
    ]),
  ];
}

function jobs({ jobs: { queues, runs, schedules } }: Performance): Node[] {
  return [
    table('Queues', queues, [
      {
        title: 'Queue',
        cell: ({ name, paused }) => (paused ? h('span', { class: 'poor' }, `${name} (paused)`) : name),
      },
      number('Waiting', (row) => count(row.jobs.pending)),
      number('In hand', ({ active, slots }) => `${count(active)} of ${count(slots)}`),
      number('Delayed', (row) => count(row.jobs.delayed)),
      number('Given up', (row) => judged(count(row.jobs.failed), row.jobs.failed ? 'poor' : null)),
      number('Oldest', ({ oldestSeconds }) => judged(duration(oldestSeconds * 1_000), above(oldestSeconds, 60, 300))),
      number('One takes', ({ meanRunMs }) => duration(meanRunMs)),
    ]),
    table('Runs in the window', runs, [
      { title: 'Job', cell: ({ job }) => job },
      number('Runs', (row) => count(row.runs)),
      number('Tried again', ({ retried }) => count(retried)),
      number('Given up', ({ dead }) => judged(count(dead), dead > 0 ? 'poor' : null)),
      number('Wait p95', ({ waitP95Ms }) => duration(waitP95Ms)),
      number('Run p95', ({ runP95Ms }) => duration(runP95Ms)),
    ]),
    table(`Schedules (${percent(schedules?.successRate)} of 30 days’ runs went well)`, schedules?.items ?? [], [
      { title: 'Schedule', cell: ({ id }) => id },
      {
        title: 'Last run',
        cell: ({ lastRun }) => (lastRun ? `${time(lastRun.endedAt ?? lastRun.startedAt)} ${lastRun.state}` : '–'),
      },
      { title: 'Next', cell: ({ nextRun }) => time(nextRun) },
      number('Went well', ({ last30Days }) => percent(last30Days.successRate)),
      number('p95', ({ last30Days }) => duration(last30Days.p95Ms)),
    ]),
  ];
}

function endpoints({ endpoints: rows }: Performance): Node[] {
  return [
    table('What took most time first', rows, [
      { title: 'Endpoint', cell: ({ method, route }) => h('span', {}, `${method} `, code(route)) },
      number('Requests', (row) => count(row.requests)),
      number('Rate', ({ perSecond }) => rate(perSecond)),
      number('p50', ({ p50Ms }) => duration(p50Ms)),
      number('p95', ({ method, p95Ms }) => judged(duration(p95Ms), above(p95Ms, method === 'GET' ? 200 : 500, 1_000))),
      number('p99', ({ p99Ms }) => duration(p99Ms)),
      number('Errors', ({ errorShare }) =>
        judged(percent(errorShare), errorShare === 0 ? null : above(errorShare, 0.001, 0.01)),
      ),
      number('Refused', ({ refusedShare }) => percent(refusedShare)),
      number('Of all time', ({ timeShare }) => percent(timeShare)),
    ]),
  ];
}

/** As of `GET /admin/queries`. */
interface SlowQuery {
  query: string;
  release: string;
  slow: number;
  calls: number;
  p95Ms: number;
  maxMs: number;
  lastAt: string;
  advice: { code: string }[];
}

function queries({ queries: figures }: Performance): Node[] {
  return [
    h(
      'p',
      {},
      `${rate(figures.perSecond)}; 95 % within `,
      judged(duration(figures.p95Ms), above(figures.p95Ms, 10, 100)),
      `, p50 ${duration(figures.p50Ms)}, p99 ${duration(figures.p99Ms)}.`,
    ),
    table('Slow statements of the last day', figures.slow as unknown as SlowQuery[], [
      { title: 'Statement', cell: ({ query }) => code(query) },
      number('Slow runs', ({ slow, calls }) => `${count(slow)} of ${count(calls)}`),
      number('p95', ({ p95Ms }) => duration(p95Ms)),
      number('Longest', ({ maxMs }) => duration(maxMs)),
      { title: 'Last', cell: ({ lastAt }) => time(lastAt) },
      { title: 'Advice', cell: ({ advice }) => advice.map((one) => one.code.replaceAll('_', ' ')).join(', ') || '–' },
    ]),
    table('Slower than in the release before', figures.regressions, [
      { title: 'Statement', cell: ({ query }) => code(query) },
      { title: 'Releases', cell: ({ previousRelease, release }) => `${previousRelease} → ${release}` },
      number('p95', ({ previousP95Ms, p95Ms }) => `${duration(previousP95Ms)} → ${duration(p95Ms)}`),
    ]),
    table('Statements now, what took most time first', figures.statements.slice(0, 15), [
      { title: 'Statement', cell: ({ query }) => code(query) },
      { title: 'Server', cell: ({ server }) => server },
      number('Rate', ({ perSecond }) => rate(perSecond)),
      number('p50', ({ p50Ms }) => duration(p50Ms)),
      number('p95', ({ p95Ms }) => judged(duration(p95Ms), above(p95Ms, 10, 100))),
      number('Of all time', ({ timeShare }) => percent(timeShare)),
    ]),
  ];
}

/** As the profiler's health of the primary tells it. */
interface Health {
  connections: { active: number; idle: number; idleInTransaction: number; max: number };
  cacheHitRatio: number | null;
  lockWaits: number;
  longestTransactionSeconds: number;
  sizeBytes: number;
  transactionIdsUsed: number;
  tables: {
    table: string;
    liveRows: number;
    deadRows: number;
    deadShare: number;
    sizeBytes: number;
    lastVacuumAt: string | null;
  }[];
}

function database({ database: { reads, pools, replicas, health: known } }: Performance): Node[] {
  const health = known as Health | null;
  const used = health && health.connections.active + health.connections.idle + health.connections.idleInTransaction;
  return [
    health
      ? h(
          'dl',
          { class: 'tiles' },
          tile(
            'Connections',
            judged(
              `${count(used)} of ${count(health.connections.max)}`,
              above((used ?? 0) / health.connections.max, 0.6, 0.75),
            ),
            note(`${count(health.connections.active)} active`),
          ),
          tile('Blocks in memory', percent(health.cacheHitRatio)),
          tile('Waiting for locks', judged(count(health.lockWaits), above(health.lockWaits, 0, 5))),
          tile('Oldest transaction', duration(health.longestTransactionSeconds * 1_000)),
          tile('Size', bytes(health.sizeBytes)),
        )
      : h('p', { class: 'soft' }, 'The health of the database is not known yet.'),
    table('Replicas, as the process that is worst off sees them', replicas, [
      { title: 'Replica', cell: ({ replica }) => replica },
      { title: 'In use', cell: ({ usable }) => judged(usable ? 'yes' : 'no', usable ? 'good' : 'poor') },
      number('Lag', ({ lagSeconds }) => duration(lagSeconds * 1_000)),
    ]),
    table('Reads by server and reason', reads, [
      { title: 'Server', cell: ({ server, reason }) => `${server}, ${reason.replaceAll('_', ' ')}` },
      number('Reads', (row) => count(row.count)),
    ]),
    table('Connections of our pools', pools, [
      { title: 'Server', cell: ({ server }) => server },
      { title: 'State', cell: ({ state }) => state },
      number('Connections', ({ connections }) => count(connections)),
    ]),
    table('Tables with most dead rows', health?.tables ?? [], [
      { title: 'Table', cell: (row) => code(row.table) },
      number('Rows', ({ liveRows }) => count(liveRows)),
      number('Dead', ({ deadRows, deadShare }) => `${count(deadRows)} (${percent(deadShare)})`),
      number('Size', ({ sizeBytes }) => bytes(sizeBytes)),
      { title: 'Last vacuum', cell: ({ lastVacuumAt }) => time(lastVacuumAt) },
    ]),
  ];
}

export const SECTIONS: readonly Section[] = [
  { id: 'overview', title: 'Overview', draw: overview },
  { id: 'alerts', title: 'Alerts', draw: alertList },
  { id: 'recommendations', title: 'Recommendations', draw: recommendations },
  { id: 'vitals', title: 'Web vitals', draw: vitals },
  { id: 'cache', title: 'Cache', draw: cache },
  { id: 'jobs', title: 'Jobs', draw: jobs },
  { id: 'endpoints', title: 'Endpoints', draw: endpoints },
  { id: 'queries', title: 'Slow queries', draw: queries },
  { id: 'database', title: 'Database', draw: database },
];
