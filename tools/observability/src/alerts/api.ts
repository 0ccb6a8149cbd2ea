import { counter, grow, hold, restarted, type Alert, type Samples } from './alert.js';

/** Cumulative buckets of so many requests a minute that took at most 0.2, 0.5, 1 and 2 s, and of all. */
function latencies(...perMinute: readonly [number, number, number, number, number]): Samples {
  const bucket = (le: string) =>
    `http_request_duration_seconds_bucket{service="api", method="GET", route="/api/v1/cvs/:id", status="200", le="${le}"}`;
  const [a, b, c, d, all] = perMinute;
  return {
    [bucket('0.2')]: grow(a),
    [bucket('0.5')]: grow(b),
    [bucket('1')]: grow(c),
    [bucket('2')]: grow(d),
    [bucket('+Inf')]: grow(all),
    [bucket('0').replace('_bucket', '_count').replace(', le="0"', '')]: grow(all),
  };
}

function requests(good: string, bad: string): Samples {
  return {
    'http_request_duration_seconds_count{service="api", method="GET", route="/api/v1/cvs/:id", status="200"}': good,
    'http_request_duration_seconds_count{service="api", method="GET", route="/api/v1/cvs/:id", status="500"}': bad,
  };
}

const slowForAMinute: Samples = Object.fromEntries(
  Object.entries(latencies(60, 60, 60, 60, 60)).map(([series]) => [
    series,
    /le="(0\.2|0\.5|1)"/.test(series) ? counter([60, 30], [0, 1], [60, 59]) : grow(60),
  ]),
);

const latency = { team: 'api', dashboard: 'api', problem: 'api-latency', for: '5m' } as const;
const errors = { team: 'api', dashboard: 'api', problem: 'api-errors' } as const;

export const apiAlerts: readonly Alert[] = [
  {
    ...latency,
    name: 'ApiLatencyHigh',
    expr: `discover:http_latency_seconds:p95_5m{service="api"} > 0.5
and on (service) discover:http_requests:rate5m > 0.1`,
    severity: 'warning',
    priority: 'P3',
    summary: 'One request in twenty takes longer than half a second',
    description:
      'The 95th percentile of the API is {{ $value | humanizeDuration }}; the objective is 500 ms. Routes that wait for work are not counted.',
    test: {
      fires: latencies(30, 50, 60, 60, 60),
      quiet: {
        'a short spike': slowForAMinute,
        'low traffic': latencies(0, 0, 2, 2, 2),
        'what is normal': latencies(50, 60, 60, 60, 60),
      },
    },
  },
  {
    ...latency,
    name: 'ApiLatencyCritical',
    expr: `discover:http_latency_seconds:p95_5m{service="api"} > 1
and on (service) discover:http_requests:rate5m > 0.1`,
    severity: 'critical',
    priority: 'P2',
    summary: 'One request in twenty takes longer than a second',
    description: 'The 95th percentile of the API is {{ $value | humanizeDuration }}; people notice.',
    test: {
      fires: latencies(20, 30, 40, 60, 60),
      quiet: {
        'a short spike': slowForAMinute,
        'low traffic': latencies(0, 0, 0, 2, 2),
        'just below the threshold': latencies(30, 50, 60, 60, 60),
      },
    },
  },
  {
    ...errors,
    name: 'ApiErrorsHigh',
    expr: `discover:http_errors:rate5m{service="api"} > 0.01 * discover:http_requests:rate5m
and discover:http_errors:rate5m * 300 >= 5`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    summary: 'More than 1 % of the requests fail',
    description: '{{ $value | humanize }} requests a second are answered with 5xx.',
    test: {
      fires: requests(grow(980), grow(20)),
      quiet: {
        'a short spike': requests(grow(1_000), counter([0, 30], [30, 1], [0, 59])),
        'low traffic': requests(grow(3), counter([0, 30], [1, 2], [0, 58])),
        'a counter reset': requests(restarted(1_000), restarted(5)),
        'just below the threshold': requests(grow(1_000), grow(9)),
      },
    },
  },
  {
    ...errors,
    name: 'ApiErrorsCritical',
    expr: `discover:http_errors:rate5m{service="api"} > 0.05 * discover:http_requests:rate5m
and discover:http_errors:rate5m * 300 >= 5`,
    for: '2m',
    severity: 'critical',
    priority: 'P1',
    summary: 'More than 5 % of the requests fail',
    description: '{{ $value | humanize }} requests a second are answered with 5xx.',
    test: {
      fires: requests(grow(900), grow(100)),
      quiet: {
        'a short spike': requests(grow(1_000), counter([0, 30], [100, 1], [0, 59])),
        'low traffic': requests(grow(3), counter([0, 30], [1, 2], [0, 58])),
        'just below the threshold': requests(grow(1_000), grow(45)),
      },
    },
  },
  {
    name: 'LoginsRefused',
    expr: `sum(rate(cv_logins_total{outcome="refused"}[10m])) > 4 * sum(rate(cv_logins_total{outcome="ok"}[10m]))
and sum(rate(cv_logins_total{outcome="refused"}[10m])) * 600 >= 100`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    team: 'api',
    problem: 'logins',
    summary: 'Four of five log-ins are refused',
    description:
      '{{ $value | humanize }} log-ins a second are refused: somebody may be trying passwords, or a client is broken.',
    dashboard: 'api',
    test: {
      fires: {
        'cv_logins_total{service="api", outcome="ok"}': grow(5),
        'cv_logins_total{service="api", outcome="refused"}': grow(60),
      },
      quiet: {
        'a short spike': {
          'cv_logins_total{service="api", outcome="ok"}': grow(20),
          'cv_logins_total{service="api", outcome="refused"}': counter([2, 30], [60, 2], [2, 58]),
        },
        'low traffic': {
          'cv_logins_total{service="api", outcome="ok"}': hold(0),
          'cv_logins_total{service="api", outcome="refused"}': grow(2),
        },
      },
    },
  },
  {
    name: 'RateLimitsHit',
    expr: `sum(rate(cv_rate_limited_total[10m])) > 0.2 * sum(discover:http_requests:rate5m{service="api"})
and sum(rate(cv_rate_limited_total[10m])) * 600 >= 100`,
    for: '10m',
    severity: 'info',
    priority: 'P4',
    team: 'api',
    problem: 'rate-limits',
    summary: 'One request in five is refused by a rate limit',
    description: '{{ $value | humanize }} requests a second are answered with 429.',
    dashboard: 'api',
    test: {
      fires: { 'cv_rate_limited_total{service="api", limit="anonymous"}': grow(300), ...requests(grow(600), hold(0)) },
      quiet: {
        'a short spike': {
          'cv_rate_limited_total{service="api", limit="anonymous"}': counter([0, 30], [400, 2], [0, 58]),
          ...requests(grow(600), hold(0)),
        },
        'low traffic': { 'cv_rate_limited_total{service="api", limit="auth"}': grow(2), ...requests(grow(4), hold(0)) },
      },
    },
  },
];
