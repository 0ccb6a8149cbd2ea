import { beforeAll, describe, expect, it } from '@jest/globals';

import { hasPromtool, promtool, ruleNamed, scalingRules, type Question, type RuleGroup } from './promtool.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;
/**
 * promtool's clock begins with 1970, whose days fall as those of 2026 do, and so on: what a zone does from 2026 on is what its
 * rule must say then.
 */
const FROM_1970_TO_2026 = 20_454 * DAY;
const YEARS = 12;

const describeWithPromtool = hasPromtool ? describe : describe.skip;
if (!hasPromtool)
  process.stderr.write('The tests of scaling rules are skipped: they need promtool (Debian: prometheus).\n');

/** Seconds that a zone is ahead of UTC, by the time zone database that comes with Node. */
function offsetOf(zone: Intl.DateTimeFormat, second: number): number {
  const name = zone.formatToParts(second * 1_000).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60);
}

/** The second of the switch within the day before. */
function switchBefore(noon: number, offset: (second: number) => number): number {
  let [before, after] = [noon - DAY, noon];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offset(middle) === offset(before)) before = middle;
    else after = middle;
  }
  return after;
}

describeWithPromtool('the clock of a region', () => {
  it.each(['Europe/Zurich', 'Europe/Dublin', 'America/New_York', 'Asia/Singapore', 'UTC'])(
    '%s, twelve years',
    async (zone) => {
      const group = await scalingRules({ 'region.timeZone': zone });
      const expr = String(ruleNamed(group, 'discover:scaling_utc_offset_seconds').expr);
      const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
      const offset = (second: number) => offsetOf(format, second + FROM_1970_TO_2026);
      // Every fifth day at noon, and a quarter of a day around each switch. Twelve years have a switch on each date that it can have.
      const noons = Array.from({ length: YEARS * 365 }, (_, day) => day * DAY + 12 * HOUR);
      const switched = noons
        .filter((noon) => offset(noon) !== offset(noon - DAY))
        .map((noon) => switchBefore(noon, offset));
      const around = switched.flatMap((at) => [-3 * HOUR, -900, -1, 0, 900, 3 * HOUR].map((seconds) => at + seconds));
      const days = noons.filter((_, day) => day % 5 === 0);
      expect(switched).toHaveLength(zone.startsWith('Asia') || zone === 'UTC' ? 0 : 2 * YEARS);
      const questions = [...days, ...around].map((at): Question => ({ expr, at, value: offset(at) }));
      expect(await promtool({ intervalSeconds: DAY, series: {}, questions })).toBe('');
    },
  );
});

describeWithPromtool('recorded wishes', () => {
  let group: RuleGroup;
  const own = '{namespace="discover",service="api"}';
  const expression = (record: string, labels: Readonly<Record<string, string>> = { service: 'api' }) =>
    String(ruleNamed(group, `discover:scaling_${record}`, labels).expr);

  beforeAll(async () => {
    group = await scalingRules();
  });

  /** What an expression gives for constant series, ten minutes after their begin. */
  const given = async (expr: string, series: Readonly<Record<string, number>>, value: number | undefined, at = 600) => {
    const constant = Object.entries(series).map(([name, of]) => [name, `${of}+0x${Math.ceil(at / 60) + 5}`]);
    const questions = [{ expr, at, value }];
    return promtool({ intervalSeconds: 60, series: Object.fromEntries(constant) as Record<string, string>, questions });
  };

  it('replicas are those that the Deployment wants, else the processes that Prometheus knows of', async () => {
    const ups = {
      'up{namespace="discover",service="api",pod="a"}': 1,
      'up{namespace="discover",service="api",pod="b"}': 0,
    };
    expect(await given(expression('replicas'), ups, 2)).toBe('');
    const wanted = { ...ups, 'kube_deployment_spec_replicas{namespace="discover",deployment="cv-discover-api"}': 4 };
    expect(await given(expression('replicas'), wanted, 4)).toBe('');
    expect(await given(expression('replicas'), {}, undefined)).toBe('');
  });

  it('pending jobs are told by every process and counted once', async () => {
    const told = (pod: string) =>
      `cv_queue_jobs{namespace="discover",service="jobs",pod="${pod}",queue="parse",state="pending"}`;
    const series = {
      [told('a')]: 6,
      [told('b')]: 6,
      'cv_queue_jobs{namespace="other",queue="parse",state="pending"}': 90,
    };
    expect(await given(expression('pending_jobs', { queue: 'parse' }), series, 6)).toBe('');
  });

  it('no request at all is 0 while a process answers, and nothing where none does', async () => {
    expect(await given(expression('requests_per_second'), { 'up{namespace="discover",service="api"}': 1 }, 0)).toBe('');
    expect(
      await given(expression('requests_per_second'), { 'up{namespace="discover",service="api"}': 0 }, undefined),
    ).toBe('');
  });

  it('a load above its threshold asks for a whole step', async () => {
    const series = (demand: number) => ({
      [`discover:scaling_demand_replicas${own}`]: demand,
      [`discover:scaling_replicas${own}`]: 3,
    });
    expect(await given(expression('step_replicas'), series(3.04), 5)).toBe('');
    expect(await given(expression('step_replicas'), series(2.96), 0)).toBe('');
  });

  it('memory adds above 80 % of the request, holds above 60, and is silent below', async () => {
    const series = (share: number) => ({
      [`discover:scaling_replicas${own}`]: 4,
      // Of 8 GiB. The processes of a pod count together.
      'process_resident_memory_bytes{namespace="discover",service="api",pod="a",process="1"}': share * 2 ** 32,
      'process_resident_memory_bytes{namespace="discover",service="api",pod="a",process="2"}': share * 2 ** 32,
      'process_resident_memory_bytes{namespace="discover",service="api",pod="b"}': share * 2 ** 33,
    });
    const rounded = `round(${expression('memory_replicas')}, 0.01)`;
    expect(await given(rounded, series(1), 5)).toBe('');
    expect(await given(rounded, series(0.7), 4)).toBe('');
    expect(await given(rounded, series(0.5), 0)).toBe('');
  });

  it('ten slow scans want more replicas than ten quick documents', async () => {
    const demand = `round(${expression('demand_replicas', { service: 'parser' })}, 0.01)`;
    const asked = async (seconds: number, value: number) =>
      promtool({
        intervalSeconds: 15,
        series: {
          'discover:scaling_pending_jobs{namespace="discover",service="parser",queue="parse"}': '10+0x60',
          // One job is finished every 15 s.
          'cv_job_run_seconds_count{namespace="discover",queue="parse"}': '0+1x60',
          'cv_job_run_seconds_sum{namespace="discover",queue="parse"}': `0+${seconds}x60`,
        },
        questions: [{ expr: demand, at: 600, value }],
      });
    // (1/15 + 10/15) jobs a second, of so many seconds, on 4 threads that may be busy for 80 %.
    expect(await asked(0.05, 0.01)).toBe('');
    expect(await asked(15, 3.44)).toBe('');
  });

  it('nothing finished yet is no demand, and no missing figure', async () => {
    const series = { 'discover:scaling_pending_jobs{namespace="discover",service="parser",queue="parse"}': 4 };
    expect(await given(expression('demand_replicas', { service: 'parser' }), series, 0)).toBe('');
  });

  it('a wish is told until replicas less a step are as many', async () => {
    const series = (replicas: number) => ({
      'discover:scaling_demand_replicas{namespace="discover",service="parser"}': 4.2,
      'discover:scaling_replicas{namespace="discover",service="parser"}': replicas,
    });
    const wish = expression('processing_replicas', { service: 'parser' });
    expect(await given(wish, series(2), 4.2)).toBe('');
    expect(await given(wish, series(6), 4.2)).toBe('');
    expect(await given(wish, series(7), 0)).toBe('');
  });

  it('the schedule is a floor from eight to eight on weekdays, by the clock of Zurich in winter and in summer', async () => {
    const winter = 5 * DAY; // Tuesday
    const summer = 186 * DAY; // Monday
    const saturday = 2 * DAY;
    const question = (at: number, value: number): Question => ({ expr: expression('schedule_replicas'), at, value });
    const ask = (replicas: number, offset: number, questions: readonly Question[]) =>
      promtool({
        intervalSeconds: 240,
        series: {
          [`discover:scaling_replicas${own}`]: `${replicas}+0x70000`,
          'discover:scaling_utc_offset_seconds{namespace="discover"}': `${offset}+0x70000`,
        },
        questions,
      });
    const minutesOf = (day: number, offset: number) => [
      question(day + 8 * HOUR - offset - 1, 0),
      question(day + 8 * HOUR - offset, 5),
      question(day + 20 * HOUR - offset - 1, 5),
      question(day + 20 * HOUR - offset, 0),
    ];
    expect(await ask(3, HOUR, [...minutesOf(winter, HOUR), question(saturday + 10 * HOUR, 0)])).toBe('');
    expect(await ask(3, 2 * HOUR, minutesOf(summer, 2 * HOUR))).toBe('');
    expect(await ask(6, HOUR, [question(winter + 10 * HOUR, 5)])).toBe('');
    expect(await ask(7, HOUR, [question(winter + 10 * HOUR, 0)])).toBe('');
  });

  it('expects what the same minutes of the week wanted, by the region’s clock also across a switch', async () => {
    const expected = expression('expected_replicas', { service: 'api', week: '1' });
    // Wednesday 25 March, 09:00 to 10:00 in Zurich, which is 08:00 UTC; the clock is put forward on Sunday.
    const busyFrom = 83 * DAY + 8 * HOUR;
    const after = busyFrom + 7 * DAY;
    const every = 240;
    const quiet = (seconds: number) => `0+0x${seconds / every - 1}`;
    const offsets = `3600+0x${(87 * DAY) / every - 1} 7200+0x${(7 * DAY) / every}`;
    const differences = await promtool({
      intervalSeconds: every,
      series: {
        [`discover:scaling_demand_replicas${own}`]: `${quiet(busyFrom)} 6+0x${HOUR / every - 1} ${quiet(7 * DAY)}`,
        'discover:scaling_utc_offset_seconds{namespace="discover"}': offsets,
      },
      questions: [
        // 09:00 is 07:00 UTC now; ten minutes ahead of it, and not an hour later.
        { expr: expected, at: after - HOUR - 15 * 60, value: 0 },
        { expr: expected, at: after - HOUR - 8 * 60, value: 6 },
        { expr: expected, at: after - 12 * 60, value: 6 },
        { expr: expected, at: after + 10 * 60, value: 0 },
      ],
    });
    expect(differences).toBe('');
  });

  it('the forecast is the mean of the weeks that there are, and says nothing while there is none', async () => {
    const week = (number: number, value: number) => [
      `discover:scaling_expected_replicas{namespace="discover",service="api",week="${number}"}`,
      value,
    ];
    const series = (...weeks: (string | number)[][]) => ({
      [`discover:scaling_replicas${own}`]: 3,
      ...(Object.fromEntries(weeks) as Record<string, number>),
    });
    expect(await given(expression('forecast_replicas'), series(week(1, 6), week(2, 8)), 7)).toBe('');
    expect(await given(expression('forecast_replicas'), series(week(1, 1)), 0)).toBe('');
    expect(await given(expression('forecast_replicas'), series(), 0)).toBe('');
  });

  it('are computed one after the other from what the processes tell', async () => {
    const labels = (pod: string) => `namespace="discover",service="api",pod="${pod}"`;
    const pods = ['a', 'b', 'c'];
    const series = Object.fromEntries(
      pods.flatMap((pod) => [
        [`up{${labels(pod)}}`, '1+0x40'],
        // 300 requests and 1.42 busy CPUs of 2 each second.
        [`http_request_duration_seconds_count{${labels(pod)},route="/cvs"}`, '0+4500x40'],
        [`process_cpu_seconds_total{${labels(pod)}}`, '0+21.3x40'],
        [`process_resident_memory_bytes{${labels(pod)}}`, `${2 ** 30}+0x40`],
      ]),
    ) as Record<string, string>;
    const recorded = (name: string) => `round(discover:scaling_${name}${own}, 0.001)`;
    const differences = await promtool({
      group,
      intervalSeconds: 15,
      series,
      questions: [
        { expr: recorded('replicas'), at: 300, value: 3 },
        { expr: recorded('requests_per_second'), at: 300, value: 900 },
        { expr: recorded('demand_replicas'), at: 300, value: 3.863 },
        { expr: recorded('step_replicas'), at: 300, value: 5 },
        { expr: recorded('memory_replicas'), at: 300, value: 0 },
        { expr: recorded('schedule_replicas'), at: 300, value: 0 },
        { expr: recorded('forecast_replicas'), at: 300, value: 0 },
      ],
    });
    expect(differences).toBe('');
  });
});
