import { replicasOf, story, type Case } from './lab.js';

const MINUTE = 60_000;
const WEEK_SECONDS = 604_800;
const EXPECTED = 6.2;

/** The clock cannot be moved, so the hours are: those of now for the API, those of half a day ago for the parser. */
const hour = new Date().getUTCHours();
const hours = (from: number) => ({ add: 2, fromDay: 0, toDay: 6, fromHour: from, toHour: Math.min(24, from + 2) });

export const schedule: Case = {
  namespace: 'clock',
  name: 'The schedule: hours of now for the API, other hours for the parser',
  wanted: 'API 5, parser 2',
  values: {
    'region.timeZone': 'UTC',
    'scaling.workloads.api.schedule': hours(hour),
    'scaling.workloads.parser.schedule': hours((hour + 12) % 24),
  },
  async run({ history }) {
    const from = Date.now();
    await history.until(() => (replicasOf(history, this.namespace, 'api') ?? 0) >= 5, 6 * MINUTE);
    const more = await history.until(() => (replicasOf(history, this.namespace, 'api') ?? 0) > 5, 2 * MINUTE);
    const parser = replicasOf(history, this.namespace, 'parser');
    const seen = `API ${story(history, this.namespace, 'api', from)}; parser ${parser}`;
    return { seen, ok: replicasOf(history, this.namespace, 'api') === 5 && !more && parser === 2 };
  },
};

export const forecast: Case = {
  namespace: 'forecast',
  name: `The forecast: a week ago this hour wanted ${EXPECTED} replicas`,
  wanted: '7 (from 3 by twos), and no more',
  values: {},
  async run({ history }) {
    const from = Date.now();
    await history.until(() => (replicasOf(history, this.namespace, 'api') ?? 0) >= 7, 8 * MINUTE);
    const more = await history.until(() => (replicasOf(history, this.namespace, 'api') ?? 0) > 7, 2 * MINUTE);
    return {
      seen: story(history, this.namespace, 'api', from),
      ok: replicasOf(history, this.namespace, 'api') === 7 && !more,
    };
  },
};

/** What Prometheus would have recorded a week ago around this time, as OpenMetrics. */
export function pastOfForecast(nowMs: number): string {
  const labels = `namespace="${forecast.namespace}"`;
  const middle = Math.floor(nowMs / 60_000) * 60 - WEEK_SECONDS;
  const minutes = Array.from({ length: 120 }, (_, index) => middle + (index - 40) * 60);
  const series = (name: string, matchers: string, value: number) => [
    `# TYPE ${name} gauge`,
    ...minutes.map((second) => `${name}{${matchers}} ${value} ${second}`),
  ];
  return [
    ...series('discover:scaling_demand_replicas', `${labels},service="api"`, EXPECTED),
    ...series('discover:scaling_utc_offset_seconds', labels, utcOffsetSeconds('Europe/Zurich', middle * 1_000)),
    '# EOF\n',
  ].join('\n');
}

function utcOffsetSeconds(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60);
}
