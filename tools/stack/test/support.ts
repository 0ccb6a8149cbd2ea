import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { freePort, listProcesses } from '@discover/embedded';
import { temporaryFolder } from '@discover/testing';

const START = resolve(import.meta.dirname, '../dist/start.js');
const FAKE_SERVICE = resolve(import.meta.dirname, 'fixtures/fake-service.mjs');

/** A checkout of fake services on free ports, in which the real `start.js` runs. */
export interface Place {
  readonly root: string;
  readonly env: Record<string, string>;
  remove(): Promise<void>;
}

export async function makePlace(): Promise<Place> {
  const folder = await temporaryFolder();
  for (const name of ['migrator', 'api', 'parser', 'render', 'jobs']) {
    const dist = join(folder.path, 'services', name, 'dist');
    await mkdir(dist, { recursive: true });
    await copyFile(FAKE_SERVICE, join(dist, 'main.js'));
  }
  const env: Record<string, string> = { STACK_ROOT: folder.path };
  const services = ['API', 'PARSER', 'RENDER', 'JOBS'].map((service) => `${service}_METRICS_PORT`);
  for (const name of [
    'API_PORT',
    'POSTGRES_PORT',
    'POSTGRES_REPLICA_PORT',
    'REDIS_PORT',
    'REDIS_CACHE_PORT',
    ...services,
  ]) {
    env[name] = String(await freePort());
  }
  return { root: folder.path, env, remove: () => folder.remove() };
}

/** One run of `npm start`. */
export class Run {
  output = '';
  private readonly child: ChildProcess;
  private readonly listeners = new Set<() => void>();
  readonly exit: Promise<number | null>;

  constructor(place: Place, env: Record<string, string> = {}) {
    this.child = spawn(process.execPath, [START], {
      env: { PATH: process.env.PATH, ...place.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        for (const listener of this.listeners) listener();
      });
    }
    this.exit = once(this.child, 'close').then(([code]) => code as number | null);
  }

  get pid(): number {
    return this.child.pid!;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves once the output has the text; rejects if the run ends without. */
  async prints(text: string): Promise<void> {
    const printed = new Promise<void>((resolve) => {
      const look = () => {
        if (!this.output.includes(text)) return;
        this.listeners.delete(look);
        resolve();
      };
      this.listeners.add(look);
      look();
    });
    await Promise.race([
      printed,
      this.exit.then((code) => {
        if (!this.output.includes(text))
          throw new Error(`It ended with ${code ?? 'a signal'} before «${text}»:\n${this.output}`);
      }),
    ]);
  }
}

/** Processes that were started with a path in this place, the stack's own aside. */
export function processesIn(place: Place): string[] {
  return listProcesses()
    .filter(({ command }) => command.some((word) => word.startsWith(place.root)))
    .map(({ command }) => command.join(' '));
}
