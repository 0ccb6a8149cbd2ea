import { OBJECTIVES, WINDOWS } from '../alerts/slo.js';

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Routes that answer when work is done, or stream: their time is not that of the API. */
const WAITING =
  '.*/(events|import|imports|parse|render|renders|render\\\\..*|preview\\\\.png|me/export)|.*/render\\\\.:format';

const http: readonly RecordingRule[] = [
  {
    record: 'discover:http_requests:rate5m',
    expr: 'sum by (service) (rate(http_request_duration_seconds_count[5m]))',
  },
  {
    record: 'discover:http_errors:rate5m',
    expr: `sum by (service) (rate(http_request_duration_seconds_count{status=~"5.."}[5m]))
or 0 * sum by (service) (rate(http_request_duration_seconds_count[5m]))`,
  },
  ...[0.5, 0.95, 0.99].map((quantile) => ({
    record: `discover:http_latency_seconds:p${quantile * 100}_5m`,
    expr: `histogram_quantile(${quantile}, sum by (service, le) (rate(http_request_duration_seconds_bucket{route!~"${WAITING}"}[5m])))`,
  })),
];

const cache: readonly RecordingRule[] = [
  { record: 'discover:cache_requests:rate5m', expr: 'sum(rate(cv_cache_requests_total[5m]))' },
  {
    record: 'discover:cache_hits:rate5m',
    expr: 'sum(rate(cv_cache_requests_total{result!="miss"}[5m])) or 0 * sum(rate(cv_cache_requests_total[5m]))',
  },
];

const jobs: readonly RecordingRule[] = [
  {
    // Busy seconds a second over slots: 1 is a service that could do no more.
    record: 'discover:worker_utilisation:ratio5m',
    expr: 'sum by (queue) (rate(cv_job_run_seconds_sum[5m])) / sum by (queue) (cv_worker_slots)',
  },
];

const slo: readonly RecordingRule[] = OBJECTIVES.flatMap(({ slo: name, events, errors }) =>
  [...new Set(WINDOWS)].flatMap((window) => [
    { record: `discover:slo_events:rate${window}`, expr: events(window), labels: { slo: name } },
    {
      record: `discover:slo_errors:rate${window}`,
      expr: `(${errors(window)}) or 0 * (${events(window)})`,
      labels: { slo: name },
    },
  ]),
);

/** What is computed ahead: by file. */
export const RECORDINGS: Readonly<Record<string, readonly RecordingRule[]>> = { http, cache, jobs, slo };
