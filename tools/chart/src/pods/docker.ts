import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Name of the network, label and beginning of the names of all containers of a run. */
export const MARK = 'discover-chart';

/** @throws Error with what Docker said */
export async function docker(...args: string[]): Promise<string> {
  const { stdout } = await run('docker', args, { maxBuffer: 1 << 26 });
  return stdout.trim();
}

/** Takes away what this or an earlier run has left. */
export async function removeAll(): Promise<void> {
  const found = (await docker('ps', '--all', '--quiet', '--filter', `label=${MARK}`)).split('\n').filter(Boolean);
  if (found.length > 0) await docker('rm', '--force', '--volumes', ...found);
  if ((await docker('network', 'ls', '--quiet', '--filter', `label=${MARK}`)) !== '')
    await docker('network', 'rm', MARK);
}
