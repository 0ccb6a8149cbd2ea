import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { LOG_RETENTION_DAYS } from './log-category.js';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

interface Lifecycle {
  Rules: { Filter: { Prefix: string }; Expiration: { Days: number } }[];
}

describe('the time that logs are kept', () => {
  it('is that of their category in the rules of object storage', () => {
    const { Rules } = JSON.parse(read('k8s/collector/files/lifecycle.json')) as Lifecycle;
    const days = Rules.map(({ Filter, Expiration }) => [Filter.Prefix.replace(/\/$/, ''), Expiration.Days]);
    expect(Object.fromEntries(days)).toEqual(LOG_RETENTION_DAYS);
  });

  it('is the same where storage knows no such rules', () => {
    const [, rules = ''] = /for rule in (.*);/.exec(read('docker/s3/start.sh')) ?? [];
    const days = rules.split(' ').map((rule) => rule.split(':'));
    expect(Object.fromEntries(days.map(([name, count]) => [name, Number(count)]))).toEqual(LOG_RETENTION_DAYS);
  });

  it('is decided by where the collector files them', () => {
    const config = read('k8s/collector/files/collector.yaml');
    const filed = [...config.matchAll(/s3_prefix: (\w+)/g)].map(([, category]) => category);
    expect(filed.sort()).toEqual(Object.keys(LOG_RETENTION_DAYS).sort());
  });
});
