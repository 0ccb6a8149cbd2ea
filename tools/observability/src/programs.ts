import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

import { locateProgram } from '@discover/embedded';

/** This file is tools/observability/{src,dist}/programs.*: the checkout is three folders up. */
const cacheFolder = resolve(import.meta.dirname, '../../../.cache');

/** Prometheus's programs; undefined where they are not installed and cannot be fetched. */
export const promtool = () => locateProgram('promtool', 'prometheus', cacheFolder);
export const prometheus = () => locateProgram('prometheus', 'prometheus', cacheFolder);
export const amtool = () => locateProgram('amtool', 'prometheus-alertmanager', cacheFolder);

/** What a program answered, all that it said, and how it ended. */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
): { ok: boolean; stdout: string; output: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  return { ok: status === 0, stdout, output: `${stdout}${stderr}` };
}
