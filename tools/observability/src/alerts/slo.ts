import { counter, grow, restarted, type Alert, type Samples } from './alert.js';

/** A promise of availability over 30 days. */
export interface Objective {
  readonly slo: 'api' | 'auth' | 'parser';
  readonly title: string;
  /** Share of events that may fail. */
  readonly budget: number;
  /** Rates of all events and of those that failed over a window, as PromQL. */
  readonly events: (window: string) => string;
  readonly errors: (window: string) => string;
  readonly dashboard: string;
  readonly team: Alert['team'];
  /** Series of so many good and bad events a minute, for the tests. */
  readonly series: (good: string, bad: string) => Samples;
}

const AUTH = '/api/v1/(auth/.*|me/password)';

function requests(name: string, route: string | null) {
  const matchers = (...more: string[]) =>
    ['service="api"', ...(route === null ? [] : [`route=~"${route}"`]), ...more].join(', ');
  return {
    events: (window: string) => `sum(rate(http_request_duration_seconds_count{${matchers()}}[${window}]))`,
    errors: (window: string) =>
      `sum(rate(http_request_duration_seconds_count{${matchers('status=~"5.."')}}[${window}]))`,
    series: (good: string, bad: string): Samples => ({
      [`http_request_duration_seconds_count{service="api", route="${name}", status="200"}`]: good,
      [`http_request_duration_seconds_count{service="api", route="${name}", status="503"}`]: bad,
    }),
  };
}

export const OBJECTIVES: readonly Objective[] = [
  {
    slo: 'api',
    title: 'the API',
    budget: 0.0005,
    dashboard: 'overview',
    team: 'api',
    ...requests('/api/v1/cvs/:id', null),
  },
  {
    slo: 'auth',
    title: 'logging in',
    budget: 0.0001,
    dashboard: 'overview',
    team: 'api',
    ...requests('/api/v1/auth/login', AUTH),
  },
  {
    slo: 'parser',
    title: 'reading documents',
    budget: 0.001,
    dashboard: 'parser',
    team: 'documents',
    // What is wrong with a document is an answer; that it took too long, or was given up, is our failure.
    events: (window) =>
      `sum(rate(cv_documents_parsed_total[${window}])) + (sum(rate(cv_job_dead_lettered_total{queue="parse"}[${window}])) or vector(0))`,
    errors: (window) =>
      `(sum(rate(cv_documents_parsed_total{outcome=~"timeout|internal_error"}[${window}])) or vector(0)) + (sum(rate(cv_job_dead_lettered_total{queue="parse"}[${window}])) or vector(0))`,
    series: (good, bad) => ({
      'cv_documents_parsed_total{service="parser", format="pdf", outcome="ok"}': good,
      'cv_job_dead_lettered_total{service="parser", queue="parse", job="cv.import"}': bad,
    }),
  },
];

/** A share of the budget of 30 days is used up at `factor` times the rate at which it would just last. */
interface Burn {
  readonly factor: number;
  readonly long: string;
  /** A twelfth of the long one: the alert ends soon after the errors do. */
  readonly short: string;
}

const FAST: readonly Burn[] = [
  { factor: 14.4, long: '1h', short: '5m' },
  { factor: 6, long: '6h', short: '30m' },
];
const SLOW: readonly Burn[] = [
  { factor: 3, long: '1d', short: '2h' },
  { factor: 1, long: '3d', short: '6h' },
];

export const WINDOWS = [...FAST, ...SLOW].flatMap(({ long, short }) => [short, long]);
const SECONDS: Readonly<Record<string, number>> = { '1h': 3_600, '6h': 21_600, '1d': 86_400, '3d': 259_200 };
/** Fewer errors than these in the long window prove nothing, whatever their share. */
export const FEWEST_ERRORS = 10;

/** Errors over events of a window, by what rules/recording/slo.yaml has. */
function burns(slo: string, budget: number, { factor, long, short }: Burn): string {
  const over = (window: string) =>
    `discover:slo_errors:rate${window}{slo="${slo}"} > ${Number((factor * budget).toPrecision(6))} * discover:slo_events:rate${window}{slo="${slo}"}`;
  return [
    `(`,
    `  ${over(long)}`,
    `  and ${over(short)}`,
    `  and discover:slo_errors:rate${long}{slo="${slo}"} * ${SECONDS[long]!} >= ${FEWEST_ERRORS}`,
    `)`,
  ].join('\n');
}

function alertsOf(objective: Objective): Alert[] {
  const { slo, title, budget, dashboard, team, series } = objective;
  const name = `${slo[0]!.toUpperCase()}${slo.slice(1)}`;
  const percent = Number(((1 - budget) * 100).toFixed(4));
  const shared = { team, dashboard, problem: `availability-${slo}` };
  const promise = `The promise for ${title} is ${percent} % over 30 days.`;
  return [
    {
      ...shared,
      name: `${name}BudgetBurnsFast`,
      expr: FAST.map((burn) => burns(slo, budget, burn)).join('\nor\n'),
      for: '2m',
      severity: 'critical',
      priority: 'P1',
      summary: `The error budget of ${title} is being used up within days`,
      description: `${promise} At the rate of the last hour (14.4x) or six hours (6x) its budget is gone in two to five days.`,
      test: {
        fires: series(grow(1_000), grow(200)),
        at: 30,
        quiet: {
          'a short spike': series(grow(10_000), counter([0, 30], [50, 2], [0, 58])),
          'low traffic': series(grow(1), counter([0, 30], [1, 5], [0, 55])),
          'a counter reset': series(restarted(1_000), restarted(0)),
        },
      },
    },
    {
      ...shared,
      name: `${name}BudgetBurnsSlowly`,
      expr: SLOW.map((burn) => burns(slo, budget, burn)).join('\nor\n'),
      for: '15m',
      severity: 'warning',
      priority: 'P4',
      summary: `The error budget of ${title} will not last`,
      description: `${promise} At the rate of the last day (3x) or three days (1x) it will not last for 30 days.`,
      test: {
        // Half an hour a sample, 45 hours: at four times the budget, which is slow.
        fires: series(grow(100_000), grow(100_000 * budget * 4)),
        at: 2_400,
        step: 30,
        quiet: {
          'a short spike': series(grow(1_000_000), counter([0, 40], [5_000_000 * budget, 1], [0, 49])),
          'low traffic': series(grow(1), counter([0, 40], [1, 5], [0, 45])),
          'a counter reset': series(restarted(100_000), restarted(0)),
        },
      },
    },
  ];
}

export const sloAlerts: readonly Alert[] = OBJECTIVES.flatMap(alertsOf);
