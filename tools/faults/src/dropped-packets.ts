import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Has the kernel drop all packets to a port of this machine while `work` runs: no connection is refused or closed, no answer
 * comes. Needs root and iptables.
 */
export async function whileDropped<T>(port: number, work: () => Promise<T>): Promise<T> {
  const rule = ['INPUT', '-i', 'lo', '-p', 'tcp', '--dport', String(port), '-j', 'DROP'];
  await run('iptables', ['-I', ...rule]);
  try {
    return await work();
  } finally {
    await run('iptables', ['-D', ...rule]);
  }
}

/** Why packets cannot be dropped here, or undefined. */
export async function whyNotDropped(): Promise<string | undefined> {
  return run('iptables', ['-L', 'INPUT', '-n']).then(
    () => undefined,
    (error: unknown) =>
      `iptables cannot be used here (${String((error as { stderr?: string }).stderr ?? error).trim()})`,
  );
}
