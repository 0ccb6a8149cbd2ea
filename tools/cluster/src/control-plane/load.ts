import { createServer, type Server } from 'node:http';

import { registry } from '@discover/telemetry';

import type { StandInKubelet } from './pods.js';

/** What is asked of the API of one release; each pod does its part. */
export interface Load {
  /** Busy CPUs of all pods together. */
  cpus: number;
  requestsPerSecond: number;
  /** False: Prometheus finds no process of this release, as after a broken network policy. */
  visible: boolean;
}

/** Counters of one pod, brought up to date whenever they are read. */
interface Counters {
  cpuSeconds: number;
  requests: number;
  at: number;
}

/** Below every threshold. */
const MEMORY_BYTES = 2 ** 28;
const PROCESSES = ['api', 'parser', 'render', 'jobs'] as const;

/**
 * The figures of a cluster's pods: of the kubelet's kind for each container, and of our processes' kind for each process. CPU
 * and requests are what {@link Load} says, because there is no kubelet and nothing runs. The queues' figures are real: those
 * that libs/queue reads from a real Redis, under `/queues`.
 */
export class LoadExporter {
  readonly #loads = new Map<string, Load>();
  readonly #counters = new Map<string, Counters>();
  #server: Server | undefined;
  #port = 0;

  constructor(private readonly pods: StandInKubelet) {}

  get port(): number {
    return this.#port;
  }

  load(namespace: string): Load {
    const load = this.#loads.get(namespace) ?? { cpus: 0.1, requestsPerSecond: 1, visible: true };
    this.#loads.set(namespace, load);
    return load;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const [, kind, namespace = '', service = '', pod = ''] = (request.url ?? '').split('/');
      const answer = async (): Promise<string> => {
        if (kind === 'targets') return JSON.stringify(this.#targets());
        if (kind === 'queues') return registry.metrics();
        return kind === 'kubelet' ? this.#kubelet() : this.#process(namespace, service, pod);
      };
      response.setHeader('content-type', kind === 'targets' ? 'application/json' : 'text/plain');
      answer().then(
        (text) => response.end(text),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((listening) => this.#server!.listen(0, '127.0.0.1', listening));
    this.#port = (this.#server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((closed) => this.#server?.close(closed) ?? closed(undefined));
  }

  /** For Prometheus' discovery by HTTP: one target for each process, with the labels that the operator gives. */
  #targets(): unknown[] {
    return [...this.#loads]
      .filter(([, { visible }]) => visible)
      .flatMap(([namespace]) =>
        PROCESSES.flatMap((service) =>
          this.pods.of(namespace, service).map(({ metadata: { name: pod } }) => ({
            targets: [`127.0.0.1:${this.#port}`],
            labels: { namespace, service, pod, __metrics_path__: `/processes/${namespace}/${service}/${pod}` },
          })),
        ),
      );
  }

  #process(namespace: string, service: string, pod: string): string {
    const labels = `service="${service}"`;
    const lines = [`process_resident_memory_bytes{${labels}} ${MEMORY_BYTES}`];
    if (service === 'api') {
      const { cpuSeconds, requests } = this.#count(namespace, pod);
      lines.push(`process_cpu_seconds_total{${labels}} ${cpuSeconds}`);
      lines.push(`http_request_duration_seconds_count{${labels},method="GET",route="/cvs",status="200"} ${requests}`);
    }
    return `${lines.join('\n')}\n`;
  }

  #kubelet(): string {
    const lines = [...this.#loads.keys()].flatMap((namespace) =>
      this.pods.of(namespace, 'api').flatMap(({ metadata: { name: pod } }) => {
        const labels = `namespace="${namespace}",pod="${pod}",container="api"`;
        return [
          `container_cpu_usage_seconds_total{${labels}} ${this.#count(namespace, pod).cpuSeconds}`,
          `container_memory_working_set_bytes{${labels}} ${MEMORY_BYTES}`,
        ];
      }),
    );
    return `${lines.join('\n')}\n`;
  }

  #count(namespace: string, pod: string): Counters {
    const now = Date.now();
    const { cpus, requestsPerSecond } = this.load(namespace);
    const shares = Math.max(1, this.pods.of(namespace, 'api').length);
    const before = this.#counters.get(pod) ?? { cpuSeconds: 0, requests: 0, at: now };
    const seconds = (now - before.at) / 1_000;
    const counters = {
      cpuSeconds: before.cpuSeconds + (cpus / shares) * seconds,
      requests: before.requests + (requestsPerSecond / shares) * seconds,
      at: now,
    };
    this.#counters.set(pod, counters);
    return counters;
  }
}
