import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, watch } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { freePort, ServerProcess } from '@discover/embedded';
import type { S3Server } from '@discover/testing';
import { parse, parseAllDocuments } from 'yaml';

const run = promisify(execFile);

/** This file is tools/observability/{src,dist}/collector/collector.*: the checkout is four folders up. */
export const root = resolve(import.meta.dirname, '../../../..');
export const CONFIGURATION = join(root, 'k8s/collector/files/collector.yaml');
export const BUCKET = 'discover-logs';
const NO_GO_EXIT_CODE = 3;
/** A transaction's pages are written before what makes them count; the receiver's memory is kept for 100 ms at most. */
const COMMIT_MS = 30;
/** /proc counts time in these, by POSIX' sysconf(_SC_CLK_TCK) on every Linux. */
const TICKS_PER_SECOND = 100;

/** How users start the collector, as it is committed. */
export interface Deployment {
  readonly image: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Of the cluster, and of compose. */
export function deployments(): Record<'cluster' | 'compose', Deployment> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const [daemonSet] = parseAllDocuments(read('k8s/collector/daemonset.yaml'));
  const { spec } = daemonSet!.toJS() as {
    spec: {
      template: { spec: { containers: { image: string; args: string[]; env: { name: string; value: string }[] }[] } };
    };
  };
  const container = spec.template.spec.containers[0]!;
  const { collector } = (
    parse(read('docker/logs.yml')) as {
      services: { collector: { image: string; command: string[]; environment: Record<string, string> } };
    }
  ).services;
  return {
    cluster: {
      image: container.image,
      args: container.args,
      environment: Object.fromEntries(container.env.map(({ name, value }) => [name, value])),
    },
    compose: {
      image: /:-(.*)}$/.exec(collector.image)?.[1] ?? collector.image,
      args: collector.command,
      environment: collector.environment,
    },
  };
}

/** @returns undefined, having said why, on a machine without Go */
export async function locateCollector(): Promise<string | undefined> {
  try {
    const { stdout } = await run(process.execPath, [join(root, 'tools/go-tools.mjs'), 'otelcol']);
    return stdout.trim();
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code !== NO_GO_EXIT_CODE) throw error;
    process.stderr.write(`The collector is built from source. ${stderr ?? ''}`);
    return undefined;
  }
}

/** The collector as committed: configuration and arguments unchanged, variables those of here. */
export class Collector {
  private constructor(
    readonly process: ServerProcess,
    /** Where it takes traces. */
    readonly tracesUrl: string,
    private readonly buffer: string,
  ) {}

  /**
   * @param folder stands for the machine's root: the patterns of both deployments are looked for below it
   * @param tracesEndpoint of a backend that reads JSON
   */
  static async start(program: string, folder: string, s3: S3Server, tracesEndpoint: string): Promise<Collector> {
    const { cluster, compose } = deployments();
    const buffer = join(folder, 'buffer');
    const [traces, health] = [await freePort(), await freePort()];
    const server = new ServerProcess({
      name: 'Collector',
      command: program,
      args: cluster.args.map((arg) => (arg.startsWith('--config=') ? `--config=${CONFIGURATION}` : arg)),
      env: {
        ...cluster.environment,
        LOG_FILES: [cluster, compose].map(({ environment }) => join(folder, environment.LOG_FILES!)).join(','),
        BUFFER: buffer,
        FLUSH_AFTER: '2s',
        LOG_BUCKET: BUCKET,
        S3_ENDPOINT: s3.endpoint,
        S3_REGION: s3.region,
        AWS_ACCESS_KEY_ID: s3.accessKeyId,
        AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
        TRACES_EXPORTER: 'otlp_http',
        TRACES_ENDPOINT: tracesEndpoint,
        TRACES_ENCODING: 'json',
        TRACES_LISTEN: `127.0.0.1:${traces}`,
        HEALTH_LISTEN: `127.0.0.1:${health}`,
      },
      logFile: join(folder, 'collector.log'),
      stopSignal: 'SIGTERM',
      isReady: () =>
        fetch(`http://127.0.0.1:${health}/`).then(
          ({ ok }) => ok,
          () => false,
        ),
    });
    await server.start();
    return new Collector(server, `http://127.0.0.1:${traces}`, buffer);
  }

  /**
   * SIGKILL when it has just written down how far it has read: the moment at which a line that is only in memory, and counts
   * as read, would be lost.
   */
  async killAfterSaving(): Promise<void> {
    for await (const { filename } of watch(this.buffer)) if (filename?.startsWith('receiver_')) break;
    await delay(COMMIT_MS);
    await this.process.kill();
  }

  /** What it has used so far, in seconds of one core, and what it holds, in bytes. */
  async usage(): Promise<{ cpuSeconds: number; residentBytes: number }> {
    const stat = await readFile(`/proc/${this.process.pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = await readFile(`/proc/${this.process.pid}/status`, 'utf8');
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      residentBytes: Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) * 1024,
    };
  }
}
