import { labelsOf, recordingGroup, yamlFile } from './rules.js';
import { hold, type Alert, type Samples } from './alerts/alert.js';
import { RECORDINGS } from './recording/recording.js';

const RULES = '../../../charts/discover/rules';
/** Minute of the last sample. */
const END = 90;

interface PromtoolTest {
  name: string;
  interval: string;
  input_series: { series: string; values: string }[];
  promql_expr_test: { expr: string; eval_time: string; exp_samples: { labels: string; value: number }[] }[];
}

/** promtool's tests of one alert: it fires with its labels, and it never fires where it must not. */
export function ruleTestFile(alert: Alert): string {
  const { name, test } = alert;
  const step = test.step ?? 1;
  const recordings = Object.entries(RECORDINGS)
    .filter(([, rules]) => rules.some(({ record }) => alert.expr.includes(record)))
    .map(([file]) => file);
  return yamlFile({
    rule_files: [`${RULES}/alerts/${name}.yaml`, ...recordings.map((file) => `${RULES}/recording/${file}.yaml`)],
    evaluation_interval: `${step}m`,
    // An alert of what is recorded sees it at the same moment.
    group_eval_order: [...recordings.map(recordingGroup), `discover-${name}`],
    tests: [
      fires(alert, step),
      ...Object.entries(test.quiet).map(([why, samples]) => silent(alert, why, samples, step)),
      ...(test.firesOnNothing ? [] : [silent(alert, 'absent series', {}, step)]),
    ],
  });
}

function fires(alert: Alert, step: number): PromtoolTest {
  const labels = Object.entries({ alertname: alert.name, alertstate: 'firing', ...labelsOf(alert) });
  const matchers = labels.map(([label, value]) => `${label}="${value}"`).join(', ');
  return {
    ...situation('fires', alert.test.fires, step),
    promql_expr_test: [
      {
        expr: `count(ALERTS{${matchers}}) > bool 0`,
        eval_time: `${alert.test.at ?? 60}m`,
        exp_samples: [{ labels: '{}', value: 1 }],
      },
    ],
  };
}

function silent(alert: Alert, why: string, samples: Samples, step: number): PromtoolTest {
  return {
    ...situation(`does not fire: ${why}`, samples, step),
    promql_expr_test: [
      {
        expr: `count_over_time(ALERTS{alertname="${alert.name}", alertstate="firing"}[${END * step}m])`,
        eval_time: `${(END - 1) * step}m`,
        exp_samples: [],
      },
    ],
  };
}

function situation(name: string, samples: Samples, step: number): Omit<PromtoolTest, 'promql_expr_test'> {
  const series = Object.entries(samples).map(([series, values]) => ({ series, values }));
  // promtool evaluates as long as there are samples: of nothing there is at least time.
  return {
    name,
    interval: `${step}m`,
    input_series: series.length > 0 ? series : [{ series: 'time_passes', values: hold(1) }],
  };
}
