import { counter, grow, restarted, type Alert, type Samples } from './alert.js';

/** So many views of a page within an hour tell something. */
const ENOUGH = 100;

/** What the 75th percentile of a page's views is above, with the metric as a label. */
function poor(metric: string, limitSeconds: number): string {
  const select = `metric="${metric}"`;
  return `histogram_quantile(0.75, sum by (metric, page, le) (rate(cv_web_vital_seconds_bucket{${select}}[1h]))) > ${limitSeconds}
and on (page) sum by (page) (increase(cv_web_vital_seconds_count{${select}}[1h])) > ${ENOUGH}`;
}

/** Cumulative buckets of LCP: views a minute of at most 2.5 and 4 s, and of all. */
function views(good: string, fair: string, all: string): Samples {
  const labels = 'service="api", metric="LCP", page="/u/:slug", device="mobile"';
  return {
    [`cv_web_vital_seconds_bucket{${labels}, le="2.5"}`]: good,
    [`cv_web_vital_seconds_bucket{${labels}, le="4"}`]: fair,
    [`cv_web_vital_seconds_bucket{${labels}, le="6"}`]: all,
    [`cv_web_vital_seconds_bucket{${labels}, le="+Inf"}`]: all,
    [`cv_web_vital_seconds_count{${labels}}`]: all,
  };
}

export const webVitalAlerts: readonly Alert[] = [
  {
    team: 'api',
    dashboard: 'web-vitals',
    name: 'WebVitalsPoor',
    expr: `(${poor('LCP', 4)})
or (${poor('INP', 0.5)})
or (histogram_quantile(0.75, sum by (page, le) (rate(cv_web_vital_layout_shift_bucket[1h]))) > 0.25
and on (page) sum by (page) (increase(cv_web_vital_layout_shift_count[1h])) > ${ENOUGH})`,
    for: '15m',
    severity: 'warning',
    priority: 'P4',
    problem: 'web-vitals',
    summary: 'People find {{ $labels.page }} slow',
    description:
      'The 75th percentile of {{ or $labels.metric "CLS" }} is {{ $value | humanize }} (seconds; CLS is a score): poor by the public thresholds.',
    test: {
      fires: views(grow(1), grow(4), grow(10)),
      at: 85,
      quiet: {
        'a short spike': views(counter([9, 30], [0, 3], [9, 57]), counter([10, 30], [0, 3], [10, 57]), grow(10)),
        'low traffic': views(grow(0), grow(0), grow(1)),
        'a counter reset': views(restarted(9), restarted(10), restarted(10)),
        'just below the threshold': views(grow(1), grow(8), grow(10)),
      },
    },
  },
];
