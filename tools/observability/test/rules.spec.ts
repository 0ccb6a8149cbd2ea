import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { ALERTS, type Alert } from '../src/alerts/index.js';
import { OBJECTIVES } from '../src/alerts/slo.js';
import { DASHBOARDS } from '../src/dashboards/index.js';
import { amtool, promtool, run } from '../src/programs.js';
import { labelsOf, routeOf } from '../src/rules.js';

const root = resolve(import.meta.dirname, '../../..');
const tests = join(root, 'tools/observability/rule-tests');
const alertmanager = join(root, 'docker/alertmanager/alertmanager.yml');

const prometheusTool = await promtool();
const alertmanagerTool = await amtool();
const withPromtool = prometheusTool === undefined ? describe.skip : describe;
const withAmtool = alertmanagerTool === undefined ? describe.skip : describe;

describe('alerts', () => {
  it('each has a name of its own and a dashboard that there is', () => {
    expect(new Set(ALERTS.map(({ name }) => name)).size).toBe(ALERTS.length);
    const dashboards = DASHBOARDS.map(({ name }) => name);
    expect(ALERTS.filter(({ dashboard }) => !dashboards.includes(dashboard)).map(({ name }) => name)).toEqual([]);
  });

  it('whoever is woken is woken for something critical, or for what soon will be', () => {
    const critical = ALERTS.filter(({ severity }) => severity === 'critical');
    expect(critical.filter((alert) => routeOf(alert) !== 'page')).toEqual([]);
  });

  it('each that has a threshold is tested against a situation in which it must not fire', () => {
    const untested = ALERTS.filter(({ test }) => Object.keys(test.quiet).length === 0).map(({ name }) => name);
    expect(untested).toEqual(['Watchdog']);
  });

  it.each(OBJECTIVES)('a burn of $slo can be as fast as the fastest that is looked for', ({ budget }) => {
    expect(14.4 * budget).toBeLessThan(1);
  });
});

withPromtool('promtool', () => {
  it('takes every rule', () => {
    const files = ['alerts', 'recording'].flatMap((kind) => {
      const folder = join(root, 'charts/discover/rules', kind);
      return readdirSync(folder).map((name) => join(folder, name));
    });
    const { ok, output } = run(prometheusTool!, ['check', 'rules', ...files], root);
    expect(ok ? '' : output).toBe('');
  });

  it('takes the configuration of docker-compose.yml', () => {
    const { ok, output } = run(
      prometheusTool!,
      ['check', 'config', '--syntax-only', 'docker/prometheus/prometheus.yml'],
      root,
    );
    expect(ok ? '' : output).toBe('');
  });

  it('finds that every alert fires when it must, and only then', () => {
    const { ok, output } = run(prometheusTool!, ['test', 'rules', ...readdirSync(tests)], tests);
    expect(ok ? '' : output).toBe('');
  }, 180_000);
});

/** Where Alertmanager sends an alert. */
function receiversOf(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const { ok, stdout, output } = run(
    alertmanagerTool!,
    ['config', 'routes', 'test', `--config.file=${alertmanager}`, ...pairs],
    root,
  );
  if (!ok) throw new Error(output);
  return stdout.trim();
}

function told(alert: Alert): string {
  return receiversOf({ alertname: alert.name, ...labelsOf(alert) });
}

withAmtool('Alertmanager', () => {
  it('takes its configuration', () => {
    const { ok, output } = run(alertmanagerTool!, ['check-config', alertmanager], root);
    expect(ok ? '' : output).toBe('');
  });

  it('tells each alert to whom its label says', () => {
    const expected = { page: 'page,chat', chat: 'chat', ticket: 'ticket', none: 'nobody' } as const;
    const others = ALERTS.filter(({ name }) => name !== 'Watchdog');
    expect(others.map((alert) => [alert.name, told(alert)])).toEqual(
      others.map((alert) => [alert.name, expected[routeOf(alert)]]),
    );
  }, 60_000);

  it('tells the Watchdog to the dead man’s switch, an announced maintenance to nobody, and what is unknown to the chat', () => {
    expect(told(ALERTS.find(({ name }) => name === 'Watchdog')!)).toBe('watchdog');
    expect(receiversOf({ alertname: 'MaintenanceMode', severity: 'info' })).toBe('nobody');
    expect(receiversOf({ alertname: 'SomebodyElse', severity: 'warning' })).toBe('chat');
  });
});

interface Inhibition {
  source_matchers: string[];
  target_matchers: string[];
  equal?: string[];
}

/** Alertmanager's matchers, as `a = b`, `a != b`, `a =~ "b"` and `a !~ "b"`. */
function matches(matcher: string, labels: Record<string, string>): boolean {
  const [, label, operator, text] = /^(\w+) (=|!=|=~|!~) "?(.*?)"?$/.exec(matcher)!;
  const value = labels[label!] ?? '';
  const same = operator!.includes('~') ? new RegExp(`^(?:${text!})$`).test(value) : value === text;
  return same === !operator!.startsWith('!');
}

describe('what mutes what', () => {
  const { inhibit_rules: rules } = parse(readFileSync(alertmanager, 'utf8')) as { inhibit_rules: Inhibition[] };
  const byName = (name: string) => {
    const alert = ALERTS.find((one) => one.name === name);
    return { alertname: name, ...(alert ? labelsOf(alert) : { severity: 'info' }) } as Record<string, string>;
  };
  const mutes = (source: Record<string, string>, target: Record<string, string>) =>
    rules.some(
      ({ source_matchers, target_matchers, equal = [] }) =>
        source_matchers.every((matcher) => matches(matcher, source)) &&
        target_matchers.every((matcher) => matches(matcher, target)) &&
        equal.every((label) => (source[label] ?? '') === (target[label] ?? '')),
    );

  it.each([
    ['ApiErrorsCritical', 'ApiErrorsHigh'],
    ['ApiLatencyCritical', 'ApiLatencyHigh'],
    ['ApiBudgetBurnsFast', 'ApiBudgetBurnsSlowly'],
    ['PostgresConnectionsExhausted', 'PostgresConnectionsHigh'],
    ['NoReplicaUsable', 'ReplicaLagHigh'],
    ['ClusterDown', 'ServiceDown'],
    ['PostgresDown', 'ApiErrorsCritical'],
    ['RedisQueueDown', 'QueueFiguresMissing'],
    ['MaintenanceMode', 'ApiErrorsCritical'],
  ])('%s mutes %s', (source, target) => {
    expect(mutes(byName(source), byName(target))).toBe(true);
  });

  it.each([
    ['ApiErrorsHigh', 'ApiErrorsCritical'],
    ['ClusterDown', 'PostgresDown'],
    ['ClusterDown', 'Watchdog'],
    ['PostgresDown', 'VolumeFull'],
    ['MaintenanceMode', 'RedisQueueNotPersistent'],
    ['MaintenanceMode', 'VolumeFull'],
    ['MaintenanceMode', 'Watchdog'],
  ])('%s does not mute %s', (source, target) => {
    expect(mutes(byName(source), byName(target))).toBe(false);
  });

  it('a critical alert mutes the warning of the same queue only', () => {
    const critical = { ...byName('QueueAgeCritical'), queue: 'parse' };
    expect(mutes(critical, { ...byName('QueueAgeHigh'), queue: 'parse' })).toBe(true);
    expect(mutes(critical, { ...byName('QueueAgeHigh'), queue: 'render' })).toBe(false);
  });
});
