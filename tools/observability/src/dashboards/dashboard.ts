/** A series or several: PromQL, and how Grafana names each. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
}

export interface Panel {
  readonly kind: 'timeseries' | 'stat' | 'table' | 'bargauge';
  readonly title: string;
  /** What it shows and when to worry. */
  readonly description: string;
  /** Grafana's name of the unit. */
  readonly unit: string;
  readonly queries: readonly Query[];
  /** Of 24 columns. */
  readonly width: number;
  /** The value from which it is shown in orange, and in red; `below`: under which. */
  readonly limits?: { readonly warning: number; readonly critical: number; readonly below?: true };
  readonly stacked?: true;
}

export interface Dashboard {
  /** Its file, and its address: `discover-<name>`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly { readonly title: string; readonly panels: readonly Panel[] }[];
  /** Variables that one chooses from a label's values, beside the datasource. */
  readonly variables?: Readonly<Record<string, { readonly metric: string; readonly label: string }>>;
}

type Options = Partial<Pick<Panel, 'width' | 'limits' | 'stacked'>>;

function panelOf(kind: Panel['kind'], usualWidth: number) {
  return (
    title: string,
    description: string,
    unit: string,
    queries: Readonly<Record<string, string>>,
    options: Options = {},
  ): Panel => ({
    kind,
    title,
    description,
    unit,
    // By legend, since each has one of its own.
    queries: Object.entries(queries).map(([legend, expr]) => ({ legend, expr })),
    width: usualWidth,
    ...options,
  });
}

/** Values over time. */
export const graph = panelOf('timeseries', 12);
/** The value of now. */
export const figure = panelOf('stat', 4);
/** The values of now, one beside the other. */
export const bars = panelOf('bargauge', 12);
/** The values of now, with their labels. */
export const table = panelOf('table', 12);

const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };
const HEIGHT: Readonly<Record<Panel['kind'], number>> = { timeseries: 8, stat: 4, table: 8, bargauge: 8 };
const COLUMNS = 24;

/** A dashboard as Grafana reads it: the classic schema, which every Grafana since 10 takes from files and ConfigMaps. Grafana’s
 * own SDK (0.0.x) has deprecated its builders of this schema for one that those do not read. */
export function dashboardJson(dashboard: Dashboard): string {
  return `${JSON.stringify(
    {
      uid: `discover-${dashboard.name}`,
      title: dashboard.title,
      description: dashboard.description,
      tags: ['discover'],
      timezone: 'browser',
      schemaVersion: 39,
      editable: false,
      graphTooltip: 1,
      refresh: '30s',
      time: { from: 'now-3h', to: 'now' },
      links: [
        {
          type: 'dashboards',
          title: 'Discover',
          tags: ['discover'],
          asDropdown: true,
          includeVars: true,
          keepTime: true,
        },
      ],
      annotations: { list: [alertsAsAnnotations()] },
      templating: { list: variablesOf(dashboard) },
      panels: layOut(dashboard),
    },
    null,
    2,
  )}\n`;
}

/** Firing alerts as marks on every graph. */
function alertsAsAnnotations() {
  return {
    name: 'Alerts',
    enable: true,
    iconColor: 'red',
    datasource: DATASOURCE,
    expr: 'ALERTS{alertstate="firing", severity!="info"}',
    titleFormat: '{{ alertname }}',
    textFormat: '{{ service }}{{ queue }}{{ server }}',
    step: '60s',
  };
}

function variablesOf({ variables = {} }: Dashboard) {
  const datasource = { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus', current: {} };
  const chosen = Object.entries(variables).map(([name, { metric, label }]) => ({
    name,
    type: 'query',
    datasource: DATASOURCE,
    query: { query: `label_values(${metric}, ${label})`, refId: name },
    definition: `label_values(${metric}, ${label})`,
    refresh: 2,
    sort: 1,
    multi: true,
    includeAll: true,
    allValue: '.*',
    current: { text: 'All', value: '$__all' },
  }));
  return [datasource, ...chosen];
}

/** Rows below each other, panels from left to right. */
function layOut({ rows }: Dashboard): object[] {
  const laid: object[] = [];
  let y = 0;
  for (const row of rows) {
    laid.push({
      id: laid.length + 1,
      type: 'row',
      title: row.title,
      collapsed: false,
      panels: [],
      gridPos: at(0, y, COLUMNS, 1),
    });
    y += 1;
    let x = 0;
    let lineHeight = 0;
    for (const panel of row.panels) {
      if (x + panel.width > COLUMNS) {
        y += lineHeight;
        x = 0;
        lineHeight = 0;
      }
      laid.push({ id: laid.length + 1, gridPos: at(x, y, panel.width, HEIGHT[panel.kind]), ...panelJson(panel) });
      x += panel.width;
      lineHeight = Math.max(lineHeight, HEIGHT[panel.kind]);
    }
    y += lineHeight;
  }
  return laid;
}

function at(x: number, y: number, w: number, h: number) {
  return { x, y, w, h };
}

function panelJson({ kind, title, description, unit, queries, limits, stacked }: Panel) {
  const instant = kind !== 'timeseries';
  return {
    type: kind,
    title,
    description,
    datasource: DATASOURCE,
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend,
      instant,
      range: !instant,
      ...(kind === 'table' && { format: 'table' }),
    })),
    fieldConfig: {
      defaults: {
        unit,
        ...(unit !== 'dateTimeFromNow' && { min: 0 }),
        ...(limits && { thresholds: { mode: 'absolute', steps: stepsOf(limits) } }),
        ...(kind === 'timeseries' && {
          custom: {
            fillOpacity: stacked ? 30 : 8,
            showPoints: 'never',
            stacking: { mode: stacked ? 'normal' : 'none' },
            ...(limits && { thresholdsStyle: { mode: 'dashed' } }),
          },
        }),
      },
      overrides: [],
    },
    options: OPTIONS[kind],
    ...(kind === 'table' && {
      transformations: [{ id: 'organize', options: { excludeByName: { Time: true }, renameByName: { Value: title } } }],
    }),
  };
}

function stepsOf({ warning, critical, below }: NonNullable<Panel['limits']>) {
  return below
    ? [
        { value: null, color: 'red' },
        { value: critical, color: 'orange' },
        { value: warning, color: 'green' },
      ]
    : [
        { value: null, color: 'green' },
        { value: warning, color: 'orange' },
        { value: critical, color: 'red' },
      ];
}

const OPTIONS: Readonly<Record<Panel['kind'], object>> = {
  timeseries: {
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
    tooltip: { mode: 'multi', sort: 'desc' },
  },
  stat: { reduceOptions: { calcs: ['lastNotNull'] }, colorMode: 'value', graphMode: 'area', textMode: 'auto' },
  bargauge: { reduceOptions: { calcs: ['lastNotNull'] }, orientation: 'horizontal', displayMode: 'basic' },
  table: { showHeader: true, cellHeight: 'sm' },
};
