import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { controlGroup } from './container-metrics.js';

describe('the figures of a container', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'discover-cgroup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function group(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  }

  const used = {
    'memory.current': '700000000\n',
    'memory.stat': 'anon 500000000\ninactive_file 150000000\nactive_file 50000000\n',
    'cpu.stat': 'usage_usec 12500000\nuser_usec 10000000\nsystem_usec 2500000\nthrottled_usec 1500000\n',
  };

  it('are usage without what can be dropped, against the limits', () => {
    group({ ...used, 'cpu.max': '150000 100000\n', 'memory.max': '1073741824\n' });
    expect(controlGroup(folder)).toEqual({
      cpuSeconds: 12.5,
      throttledSeconds: 1.5,
      cpuLimit: 1.5,
      memory: 550_000_000,
      memoryLimit: 1_073_741_824,
    });
  });

  it('are against the machine where there is no limit', () => {
    group({ ...used, 'cpu.max': 'max 100000\n', 'memory.max': 'max\n' });
    expect(controlGroup(folder)).toMatchObject({ cpuLimit: availableParallelism(), memoryLimit: totalmem() });
  });

  it('are none where there is no container', () => {
    expect(controlGroup(folder)).toBeUndefined();
  });
});
