import { figure, graph, table, type Dashboard } from './dashboard.js';

const chosen = 'page=~"$page", device=~"$device"';

function p75(selector: string, by = ''): string {
  return `histogram_quantile(0.75, sum by (${by}le) (rate(${selector}[1h])))`;
}
const seconds = (metric: string) => `cv_web_vital_seconds_bucket{metric="${metric}", ${chosen}}`;
const shift = `cv_web_vital_layout_shift_bucket{${chosen}}`;

function vital(metric: string, what: string, warning: number, critical: number) {
  return figure(metric, what, 's', { p75: p75(seconds(metric)) }, { limits: { warning, critical } });
}

export const webVitals: Dashboard = {
  name: 'web-vitals',
  title: 'Web vitals',
  description:
    'How fast pages are for those who look at them; thresholds are the public ones, for the 75th percentile.',
  variables: {
    page: { metric: 'cv_web_vital_seconds_count', label: 'page' },
    device: { metric: 'cv_web_vital_seconds_count', label: 'device' },
  },
  rows: [
    {
      title: 'The last hour, 75th percentile',
      panels: [
        vital('LCP', 'When the largest thing was painted. Good to 2.5 s, poor above 4 s.', 2.5, 4),
        vital('INP', 'From input to the next paint. Good to 200 ms, poor above 500 ms.', 0.2, 0.5),
        figure(
          'CLS',
          'How much moved by itself. Good to 0.1, poor above 0.25.',
          'short',
          { p75: p75(shift) },
          { limits: { warning: 0.1, critical: 0.25 } },
        ),
        vital('FCP', 'When anything was painted. Good to 1.8 s, poor above 3 s.', 1.8, 3),
        vital('TTFB', 'When the first byte came. Good to 800 ms, poor above 1.8 s.', 0.8, 1.8),
        figure('Views', 'Page views a second that told of themselves.', 'ops', {
          views: `sum(rate(cv_web_vital_seconds_count{metric="TTFB", ${chosen}}[1h]))`,
        }),
      ],
    },
    {
      title: 'Over time',
      panels: [
        graph('By page: LCP', '75th percentile.', 's', { '{{ page }}': p75(seconds('LCP'), 'page, ') }),
        graph('By page: INP', '75th percentile.', 's', { '{{ page }}': p75(seconds('INP'), 'page, ') }),
        graph('By device: LCP', '75th percentile.', 's', { '{{ device }}': p75(seconds('LCP'), 'device, ') }),
        graph('By page: CLS', '75th percentile.', 'short', { '{{ page }}': p75(shift, 'page, ') }),
      ],
    },
    {
      title: 'What is told',
      panels: [
        table('Views by page', 'In the last hour, by device.', 'short', {
          views: `sum by (page, device) (increase(cv_web_vital_seconds_count{metric="TTFB", ${chosen}}[1h]))`,
        }),
        graph('Dropped', 'Measurements that were not kept, by reason.', 'ops', {
          '{{ reason }}': 'sum by (reason) (rate(cv_web_vitals_dropped_total[$__rate_interval]))',
        }),
      ],
    },
  ],
};
