import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePort } from '@discover/embedded';

import { attempt, docker, DockerTestError, findCompose, ROOT, run } from './engine.js';
import { SERVICES } from './images.js';

const PROJECT = 'discover-test';
const HEALTHY_TIMEOUT_MS = 180_000;
/** An address that nobody has (RFC 5737), which the edge is told to refuse. */
export const BLOCKED_ADDRESS = '203.0.113.66';

/** docker-compose.yml as a project of its own: other ports, secrets of the moment, and no program but Node in our containers. */
export class ComposeStack {
  private constructor(
    private readonly compose: readonly string[],
    private readonly files: readonly string[],
    private readonly env: Record<string, string>,
    readonly url: string,
    readonly tlsUrl: string,
  ) {}

  static async create(images: Readonly<Record<string, string>>, version: string): Promise<ComposeStack> {
    const [port, tlsPort] = [await freePort(), await freePort()];
    const folder = join(ROOT, '.cache/docker-test');
    await rm(folder, { recursive: true, force: true });
    const tls = join(folder, 'tls');
    await mkdir(tls, { recursive: true });
    await makeCertificate(tls);
    const override = join(folder, 'override.json');
    await writeFile(override, JSON.stringify(withoutShell()));
    const secrets = ['POSTGRES_PASSWORD', 'DATABASE_PASSWORD', 'REPLICATION_PASSWORD', 'REDIS_PASSWORD'];
    secrets.push('S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'JWT_SECRET', 'GRAFANA_PASSWORD');
    const env = {
      ...images,
      ...Object.fromEntries(secrets.map((name) => [name, randomBytes(24).toString('hex')])),
      COMPOSE_PROJECT_NAME: PROJECT,
      IMAGE_TAG: version,
      EDGE_PORT: String(port),
      EDGE_TLS_PORT: String(tlsPort),
      EDGE_TLS_FOLDER: tls,
      EDGE_BLOCKED_ADDRESSES: BLOCKED_ADDRESS,
      // As on one's own machine: the tests of webhooks name addresses of it.
      WEBHOOK_TARGETS: 'any',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    };
    const files = ['-f', join(ROOT, 'docker-compose.yml'), '-f', override];
    return new ComposeStack(
      await findCompose(),
      files,
      env,
      `http://127.0.0.1:${port}`,
      `https://127.0.0.1:${tlsPort}`,
    );
  }

  /** Brings the core up and waits until every container is healthy. */
  async up(): Promise<void> {
    // The address from which this machine's own requests come: the only proxy that the edge believes.
    await this.run('up', '--no-start', '--no-deps', 'edge');
    const format = '{{(index .IPAM.Config 0).Gateway}}';
    this.env.EDGE_TRUSTED_PROXIES = await docker('network', 'inspect', '--format', format, `${PROJECT}_front`);
    await this.run('up', '-d');
    for (const id of await this.containers()) await this.healthy(id);
  }

  /** Stops everything and removes its data. */
  async down(): Promise<void> {
    await this.run('down', '-v', '--timeout', '20');
  }

  /** Ids of the running containers of one service, or of all. */
  async containers(service?: string): Promise<string[]> {
    const ids = await this.run('ps', '-q', ...(service === undefined ? [] : [service]));
    const running = await docker('ps', '-q', '--no-trunc', '--filter', `label=com.docker.compose.project=${PROJECT}`);
    return ids.split('\n').filter((id) => id !== '' && running.includes(id));
  }

  /** Resolves once a container is healthy (or runs, if it has no check). @throws DockerTestError with the end of its log */
  async healthy(id: string): Promise<void> {
    const deadline = Date.now() + HEALTHY_TIMEOUT_MS;
    const format = '{{.Name}} {{if .State.Health}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}';
    for (;;) {
      const [name = '', state] = (await docker('inspect', '--format', format, id)).split(' ');
      if (state === 'healthy' || state === 'running' || state === 'exited') return;
      if (Date.now() > deadline) {
        const { stdout, stderr } = await attempt('docker', ['logs', '--tail', '20', id]);
        throw new DockerTestError(`${name.slice(1)} is ${String(state)}:\n${stdout}${stderr}`);
      }
      await delay(250); // The engine tells of health only when asked.
    }
  }

  async logs(): Promise<string> {
    return (await attempt(this.program, [...this.args, 'logs', '--no-color', '--tail', '60'], { env: this.env }))
      .stdout;
  }

  private get program(): string {
    return this.compose[0]!;
  }

  private get args(): string[] {
    return [...this.compose.slice(1), ...this.files];
  }

  private run(...args: string[]): Promise<string> {
    return run(this.program, [...this.args, ...args], { env: this.env });
  }
}

/** Hides every program of the system from our services: only Node, which lives elsewhere, is left. */
function withoutShell(): object {
  const services = SERVICES.map((service) => [service, { tmpfs: ['/usr/bin', '/usr/sbin'] }]);
  return { services: Object.fromEntries(services) as object };
}

async function makeCertificate(folder: string): Promise<void> {
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...['-keyout', join(folder, 'tls.key'), '-out', join(folder, 'tls.crt')],
  ]);
  // The edge runs as somebody else.
  await run('chmod', ['644', join(folder, 'tls.key')]);
}
