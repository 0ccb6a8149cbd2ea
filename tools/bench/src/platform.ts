import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '@discover/embedded';
import { apiUrl, readSettings, Stack, type StackSettings } from '@discover/stack';

/** The whole platform on ports and in a folder of its own, beside whatever else runs on this machine. */
export class Platform {
  private constructor(
    private readonly settings: StackSettings,
    private readonly stack: Stack,
  ) {}

  /** Undoes what it did if it fails. */
  static async start(tell: (line: string) => void, signal: AbortSignal): Promise<Platform> {
    const settings = await temporarySettings();
    const platform = new Platform(settings, new Stack(settings, tell));
    try {
      await platform.stack.start(signal);
      return platform;
    } catch (error) {
      await platform.stop();
      throw error;
    }
  }

  get url(): string {
    return apiUrl(this.settings);
  }

  /** As the embedded Postgres is set up. */
  get databaseUrl(): string {
    return `postgres://discover:discover@127.0.0.1:${this.settings.postgres.port}/discover`;
  }

  get apiMetricsPort(): number {
    return this.settings.services.find(({ name }) => name === 'api')!.metricsPort;
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await rm(this.settings.dataFolder, { recursive: true, force: true });
  }
}

async function temporarySettings(): Promise<StackSettings> {
  // Nothing of the person's own environment: another database would be another measurement, and would be filled.
  const defaults = readSettings({});
  const ports = await distinctFreePorts(defaults.services.length + 5);
  const port = () => ports.pop()!;
  const dataFolder = await mkdtemp(join(tmpdir(), `discover-bench-${process.pid}-`));
  // Postgres, which does not run as root, must get through.
  await chmod(dataFolder, 0o711);
  return {
    ...defaults,
    dataFolder,
    apiPort: port(),
    services: defaults.services.map((service) => ({ ...service, metricsPort: port() })),
    postgres: { port: port(), replicaPort: port() },
    redis: { queuePort: port(), cachePort: port() },
  };
}

async function distinctFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}
