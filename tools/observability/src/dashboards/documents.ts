import { bars, figure, graph, type Dashboard } from './dashboard.js';

const quantiles = (metric: string, matchers: string) =>
  Object.fromEntries(
    (
      [
        ['half of them', 0.5],
        ['95 %', 0.95],
        ['99 %', 0.99],
      ] as const
    ).map(([legend, quantile]) => [
      legend,
      `histogram_quantile(${quantile}, sum by (le) (rate(${metric}_bucket{${matchers}}[$__rate_interval])))`,
    ]),
  );

const workers = (queue: string, pool: string) => [
  graph(
    'Utilisation',
    'Busy time over slots of all processes: at 100 % nothing more can be taken.',
    'percentunit',
    {
      utilisation: `discover:worker_utilisation:ratio5m{queue="${queue}"}`,
    },
    { limits: { warning: 0.8, critical: 1 } },
  ),
  graph('Workers', 'Threads or processes by state, when they were looked at.', 'short', {
    '{{ state }}': `sum by (state) (cv_worker_threads{pool="${pool}"})`,
    slots: `sum(cv_worker_slots{queue="${queue}"})`,
  }),
];

export const parser: Dashboard = {
  name: 'parser',
  title: 'Parser',
  description: 'Documents on their way in.',
  rows: [
    {
      title: 'Outcome',
      panels: [
        figure('Read', 'Documents a second that were read.', 'ops', {
          read: 'sum(rate(cv_documents_parsed_total{outcome="ok"}[5m]))',
        }),
        figure(
          'Our failures',
          'Share of documents that took too long or were given up. Objective: less than 0.1 %.',
          'percentunit',
          {
            failures: 'discover:slo_errors:rate1h{slo="parser"} / discover:slo_events:rate1h{slo="parser"}',
          },
          { limits: { warning: 0.001, critical: 0.0144 } },
        ),
        figure('Pending', 'Documents that wait. The autoscaler wants 5 a process.', 'short', {
          pending: 'max(cv_queue_jobs{queue="parse", state="pending"})',
        }),
        figure('Oldest', 'How long the first of them has waited.', 's', {
          age: 'max(cv_queue_oldest_age_seconds{queue="parse"})',
        }),
        graph(
          'By format',
          'Documents that were read.',
          'ops',
          {
            '{{ format }}': 'sum by (format) (rate(cv_documents_parsed_total{outcome="ok"}[$__rate_interval]))',
          },
          { stacked: true },
        ),
        graph(
          'Not read',
          'By reason. Most are the document’s: damaged, encrypted, empty.',
          'ops',
          {
            '{{ outcome }}': 'sum by (outcome) (rate(cv_documents_parsed_total{outcome!="ok"}[$__rate_interval]))',
          },
          { stacked: true },
        ),
      ],
    },
    {
      title: 'Time',
      panels: [
        graph(
          'Waiting',
          'From when a document was accepted to when somebody took it.',
          's',
          quantiles('cv_job_wait_seconds', 'queue="parse"'),
        ),
        graph('Reading', 'Time of one run.', 's', quantiles('cv_job_run_seconds', 'queue="parse"')),
        ...workers('parse', 'parser'),
      ],
    },
  ],
};

export const render: Dashboard = {
  name: 'render',
  title: 'Renderer',
  description: 'Documents on their way out.',
  rows: [
    {
      title: 'Outcome',
      panels: [
        figure('Rendered', 'Documents a second.', 'ops', {
          rendered: 'sum(rate(cv_documents_rendered_total{outcome="ok"}[5m]))',
        }),
        figure('Pending', 'Renders that wait. The autoscaler wants 10 a process.', 'short', {
          pending: 'max(cv_queue_jobs{queue="render", state="pending"})',
        }),
        figure('Oldest', 'How long the first of them has waited.', 's', {
          age: 'max(cv_queue_oldest_age_seconds{queue="render"})',
        }),
        graph(
          'By format',
          'Documents rendered.',
          'ops',
          {
            '{{ format }}': 'sum by (format) (rate(cv_documents_rendered_total{outcome="ok"}[$__rate_interval]))',
          },
          { stacked: true },
        ),
        bars('By template', 'Documents rendered in the last hour; people’s own templates are one.', 'short', {
          '{{ template }}': 'sum by (template) (increase(cv_documents_rendered_total{outcome="ok"}[1h]))',
        }),
        graph(
          'Not rendered',
          'By reason; `render_failed` and `timeout` are ours.',
          'ops',
          {
            '{{ outcome }}': 'sum by (outcome) (rate(cv_documents_rendered_total{outcome!="ok"}[$__rate_interval]))',
          },
          { stacked: true },
        ),
      ],
    },
    {
      title: 'Time',
      panels: [
        graph(
          'Waiting',
          'From when a render was accepted to when somebody took it.',
          's',
          quantiles('cv_job_wait_seconds', 'queue="render"'),
        ),
        graph(
          'Rendering',
          'Time of one run. Objective: 95 % within 3 s.',
          's',
          quantiles('cv_job_run_seconds', 'queue="render"'),
          {
            limits: { warning: 3, critical: 5 },
          },
        ),
        ...workers('render', 'render'),
      ],
    },
  ],
};
