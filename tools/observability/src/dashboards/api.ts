import { bars, graph, table, type Dashboard } from './dashboard.js';

const requests = 'http_request_duration_seconds';
const chosen = 'service="api", route=~"$route"';

export const api: Dashboard = {
  name: 'api',
  title: 'API',
  description: 'Rate, errors and duration of every route, and who is refused.',
  variables: { route: { metric: `${requests}_count`, label: 'route' } },
  rows: [
    {
      title: 'Rate, errors, duration',
      panels: [
        graph('Rate', 'Requests by route: the ten busiest.', 'reqps', {
          '{{ method }} {{ route }}': `topk(10, sum by (method, route) (rate(${requests}_count{${chosen}}[$__rate_interval])))`,
        }),
        graph(
          'Errors',
          'Share of requests answered with 5xx, all routes. 1 % warns, 5 % wakes somebody.',
          'percentunit',
          {
            errors: 'discover:http_errors:rate5m{service="api"} / discover:http_requests:rate5m{service="api"}',
          },
          { limits: { warning: 0.01, critical: 0.05 } },
        ),
        graph(
          'Duration',
          'Routes that wait for work or stream are not counted. Objective: 95 % within 500 ms.',
          's',
          {
            'half of them': 'discover:http_latency_seconds:p50_5m{service="api"}',
            '95 %': 'discover:http_latency_seconds:p95_5m{service="api"}',
            '99 %': 'discover:http_latency_seconds:p99_5m{service="api"}',
          },
          { limits: { warning: 0.5, critical: 1 } },
        ),
        graph('Duration by route', '95th percentile of the ten slowest routes, those that wait included.', 's', {
          '{{ method }} {{ route }}': `topk(10, histogram_quantile(0.95, sum by (method, route, le) (rate(${requests}_bucket{${chosen}}[$__rate_interval]))))`,
        }),
        graph('Answered from memory', 'Reads of whole CVs that needed nothing but what lay in the process.', 'reqps', {
          'from memory': 'sum(rate(cv_http_answered_from_memory_total[$__rate_interval]))',
          all: `sum(rate(${requests}_count{service="api", method="GET", route="/api/v1/cvs/:id"}[$__rate_interval]))`,
        }),
        bars('Within the objective', 'Share of requests within 500 ms, by route: the worst ten.', 'percentunit', {
          '{{ method }} {{ route }}': `bottomk(10, sum by (method, route) (rate(${requests}_bucket{${chosen}, le="0.5"}[15m])) / (sum by (method, route) (rate(${requests}_count{${chosen}}[15m])) > 0))`,
        }),
        table('Answers by route', 'Requests of the last quarter of an hour by route and status.', 'short', {
          requests: `sum by (method, route, status) (increase(${requests}_count{${chosen}}[15m])) > 0`,
        }),
      ],
    },
    {
      title: 'Refused',
      panels: [
        graph('Answers by status', 'Those that are not 2xx.', 'reqps', {
          '{{ status }}': `sum by (status) (rate(${requests}_count{${chosen}, status!~"2.."}[$__rate_interval]))`,
        }),
        graph('Rate limits', 'Requests refused, by the limit that was reached.', 'reqps', {
          '{{ limit }}': 'sum by (limit) (rate(cv_rate_limited_total[$__rate_interval]))',
        }),
        graph('Log-ins', 'By outcome. Many that are refused: somebody tries passwords.', 'ops', {
          '{{ outcome }}': 'sum by (outcome) (rate(cv_logins_total[$__rate_interval]))',
        }),
        graph('API keys', 'Requests by an API key.', 'reqps', {
          requests: 'sum(rate(cv_api_key_requests_total[$__rate_interval]))',
        }),
      ],
    },
  ],
};
