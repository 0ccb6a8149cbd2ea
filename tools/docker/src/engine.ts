import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The checkout: this file is tools/docker/{src,dist}/engine.*. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** What an operator can mend; told without a stack. */
export class DockerTestError extends Error {}

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  env?: Readonly<Record<string, string>>;
  /** Shown as it comes, instead of being kept. */
  show?: boolean;
}

/** Runs a program to its end, whatever that is. */
export async function attempt(
  program: string,
  args: readonly string[],
  { env = {}, show = false }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, stdout, stderr }));
  });
}

/** @throws DockerTestError with the end of what the program said */
export async function run(program: string, args: readonly string[], options?: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await attempt(program, args, options);
  if (code !== 0) {
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
    throw new DockerTestError(`${program} ${args.join(' ')} ended with ${code}:\n${said}`);
  }
  return stdout.trim();
}

export function docker(...args: string[]): Promise<string> {
  return run('docker', args);
}

/** `docker compose`, or the older program of its own. @throws DockerTestError if there is no engine or neither of them */
export async function findCompose(): Promise<readonly string[]> {
  const engine = await attempt('docker', ['info']).catch(() => undefined);
  if (engine?.code !== 0) {
    throw new DockerTestError('There is no Docker engine: install and start one, then run this again.');
  }
  if ((await attempt('docker', ['compose', 'version'])).code === 0) return ['docker', 'compose'];
  if ((await attempt('docker-compose', ['version']).catch(() => undefined))?.code === 0) return ['docker-compose'];
  throw new DockerTestError(
    'There is no Compose: install the plug-in «docker compose», or docker-compose 1.29 or newer.',
  );
}
