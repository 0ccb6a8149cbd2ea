import { OBJECTIVES } from '../alerts/slo.js';
import { bars, figure, graph, table, type Dashboard } from './dashboard.js';

const burn = (window: string) =>
  Object.fromEntries(
    OBJECTIVES.map(({ slo, budget }) => [
      slo,
      `discover:slo_errors:rate${window}{slo="${slo}"} / discover:slo_events:rate${window}{slo="${slo}"} / ${budget}`,
    ]),
  );

export const overview: Dashboard = {
  name: 'overview',
  title: 'Overview and objectives',
  description: 'Whether people get what we promise, and where to look if not.',
  rows: [
    {
      title: 'Now',
      panels: [
        figure(
          'Alerts',
          'Firing alerts that somebody is told of.',
          'short',
          {
            firing: 'count(ALERTS{alertstate="firing", severity!="info"}) or vector(0)',
          },
          { limits: { warning: 1, critical: 5 } },
        ),
        figure('Requests', 'Requests to the API.', 'reqps', {
          requests: 'discover:http_requests:rate5m{service="api"}',
        }),
        figure(
          'Errors',
          'Share of the API’s requests that were answered with 5xx. More than 1 % warns, 5 % wakes somebody.',
          'percentunit',
          {
            errors: 'discover:http_errors:rate5m{service="api"} / discover:http_requests:rate5m{service="api"}',
          },
          { limits: { warning: 0.01, critical: 0.05 } },
        ),
        figure(
          'Latency, 95th percentile',
          'Of routes that do not wait for work. Objective: 500 ms.',
          's',
          {
            p95: 'discover:http_latency_seconds:p95_5m{service="api"}',
          },
          { limits: { warning: 0.5, critical: 1 } },
        ),
        figure(
          'Oldest job',
          'How long somebody has been waiting; batches are not counted.',
          's',
          {
            age: 'max(cv_queue_class_oldest_age_seconds{class!~".*_batch"})',
          },
          { limits: { warning: 60, critical: 300 } },
        ),
        figure('Processes', 'Processes that answer Prometheus.', 'short', {
          up: 'sum(up{service=~"api|parser|render|jobs"})',
        }),
      ],
    },
    {
      title: 'Objectives over 30 days: API 99.95 %, logging in 99.99 %, reading documents 99.9 %',
      panels: [
        graph(
          'Burn rate, one hour',
          'How many times faster than allowed the error budget is used: at 1 it just lasts for 30 days, at 14.4 somebody is woken.',
          'short',
          burn('1h'),
          { width: 8, limits: { warning: 6, critical: 14.4 } },
        ),
        graph('Burn rate, six hours', 'At 6 somebody is woken.', 'short', burn('6h'), {
          width: 8,
          limits: { warning: 3, critical: 6 },
        }),
        graph('Burn rate, three days', 'Above 1 the budget will not last: a ticket.', 'short', burn('3d'), {
          width: 8,
          limits: { warning: 1, critical: 3 },
        }),
        bars(
          'Availability, three days',
          'Share of events that did not fail.',
          'percentunit',
          Object.fromEntries(
            OBJECTIVES.map(({ slo }) => [
              slo,
              `1 - discover:slo_errors:rate3d{slo="${slo}"} / discover:slo_events:rate3d{slo="${slo}"}`,
            ]),
          ),
          { width: 8 },
        ),
        table(
          'Alerts by state',
          'What fires, and what is about to; the Watchdog always does.',
          'short',
          {
            alerts: 'count by (alertname, severity, priority, team, alertstate) (ALERTS)',
          },
          { width: 16 },
        ),
      ],
    },
    {
      title: 'Volume',
      panels: [
        graph(
          'Requests by service of the answer',
          'By class of status.',
          'reqps',
          {
            '{{ class }}':
              'sum by (class) (label_replace(rate(http_request_duration_seconds_count{service="api"}[$__rate_interval]), "class", "${1}xx", "status", "(.).*"))',
          },
          { stacked: true },
        ),
        graph('Documents', 'Documents read and rendered.', 'ops', {
          read: 'sum(rate(cv_documents_parsed_total[$__rate_interval]))',
          rendered: 'sum(rate(cv_documents_rendered_total[$__rate_interval]))',
        }),
        bars(
          'Volumes',
          'How full they are; 85 % warns. From the kubelet: in a cluster only.',
          'percentunit',
          {
            '{{ persistentvolumeclaim }}':
              'max by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes / kubelet_volume_stats_capacity_bytes)',
          },
          { limits: { warning: 0.85, critical: 0.95 } },
        ),
        table('What runs', 'Processes by service and version.', 'short', {
          processes: 'count by (service, version, node) (cv_build_info)',
        }),
      ],
    },
  ],
};
