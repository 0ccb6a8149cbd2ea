import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Name of the network, label and beginning of the names of all containers of a run. */
export const MARK = 'discover-chart';

/** @throws Error with what Docker said */
export async function docker(...args: string[]): Promise<string> {
  const { stdout } = await run('docker', args, { maxBuffer: 1 << 26 });
  return stdout.trim();
}

/** What the containers of a run have said, a file for each, in a folder that is made. */
export async function keepLogs(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const found = await docker('ps', '--all', '--format', '{{.Names}}', '--filter', `label=${MARK}`);
  for (const name of found.split('\n').filter(Boolean)) {
    const { stdout, stderr } = await run('docker', ['logs', '--timestamps', name], { maxBuffer: 1 << 28 });
    await writeFile(join(folder, `${name}.log`), stdout + stderr);
  }
}

/** Takes away what this or an earlier run has left. */
export async function removeAll(): Promise<void> {
  const found = (await docker('ps', '--all', '--quiet', '--filter', `label=${MARK}`)).split('\n').filter(Boolean);
  if (found.length > 0) await docker('rm', '--force', '--volumes', ...found);
  if ((await docker('network', 'ls', '--quiet', '--filter', `label=${MARK}`)) !== '')
    await docker('network', 'rm', MARK);
}
