import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { registry, startMetrics } from '@discover/telemetry';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { ALERTS } from '../src/alerts/index.js';
import { EXTERNAL_SERIES, SCALING_SERIES } from '../src/external-series.js';
import { selectorsOf } from '../src/promql.js';
import { RECORDINGS } from '../src/recording/recording.js';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'docs/runbooks');
const names = readdirSync(folder).filter((name) => name !== 'README.md');
const SECTIONS = ['## Meaning', '## Impact', '## Diagnosis', '## Mitigation'];
/** How names of series begin; anything that looks like one must be one. */
const SERIES = /\b(?:cv|http_request|nodejs|process|kube|kubelet)_[a-z0-9_]+|\bdiscover:[a-zA-Z0-9_:]+/g;
const known = new Set<string>(['', ...Object.keys({ ...EXTERNAL_SERIES, ...SCALING_SERIES })]);
const routes = new Set(['/health/ready', '/health/live']);
const variables = readFileSync(join(root, 'docs/configuration.md'), 'utf8');

beforeAll(() => {
  startMetrics('test', 'test');
  for (const { name } of registry.getMetricsAsArray())
    for (const part of ['', '_bucket', '_sum', '_count']) known.add(name + part);
  for (const { record } of Object.values(RECORDINGS).flat()) known.add(record);
  const { paths } = JSON.parse(readFileSync(join(root, 'libs/client/openapi.json'), 'utf8')) as {
    paths: Record<string, object>;
  };
  for (const [path, methods] of Object.entries(paths))
    for (const method of Object.keys(methods)) routes.add(`${method.toUpperCase()} ${path}`);
});

it('every alert has a runbook, and every runbook an alert', () => {
  expect(names.sort()).toEqual(ALERTS.map(({ name }) => `${name}.md`).sort());
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');

  it('says what the alert means, whom it hurts, how to find the cause and what to do', () => {
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      `# ${name.replace('.md', '')}`,
      ...SECTIONS,
    ]);
    for (const section of text.split(/^## .*$/m).slice(1)) expect(section.trim()).not.toBe('');
  });

  it('names only series that there are', () => {
    // What ends so is the beginning of several names.
    const named = [...(text.match(SERIES) ?? [])].filter((series) => !series.endsWith('_'));
    expect(named.filter((series) => !known.has(series))).toEqual([]);
    const queries = [...text.matchAll(/```promql\n([\s\S]*?)```/g)].map(([, query]) => query!.trim());
    expect(queries.flatMap(selectorsOf).filter(({ metric }) => !known.has(metric))).toEqual([]);
  });

  it('names only routes, variables and other runbooks that there are', () => {
    const asked = [...text.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`]*)`/g)].map(([, route]) => route!);
    // A path with a value for its parameter is a route with that parameter.
    const patterns = [...routes].map((route) => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`));
    const route = (one: string) =>
      patterns.some((pattern) => pattern.test(one) || pattern.test(one.replace(/^GET /, '')));
    expect(asked.filter((one) => !route(one))).toEqual([]);
    const settings = [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, variable]) => variable!);
    expect(settings.filter((variable) => !variables.includes(`\`${variable}\``))).toEqual([]);
    const links = [...text.matchAll(/\]\((\w+\.md)\)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !names.includes(link))).toEqual([]);
  });
});
