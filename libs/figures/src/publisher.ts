import { hostname } from 'node:os';
import { monitorEventLoopDelay, performance, type EventLoopUtilization } from 'node:perf_hooks';

import { controlGroup, identity, metrics, type Logger } from '@discover/telemetry';
import type { Redis } from 'ioredis';

import { FigureBoard } from './board.js';
import type { ProcessFigures } from './figures.js';
import { RollingWindow } from './window.js';

/** How often a process tells its figures, in milliseconds. */
const EVERY_MS = 5_000;
const WINDOW = { spanMs: 5 * 60_000, stepMs: 30_000 };
/** Of the measurement of the event loop's delay, in milliseconds. */
const RESOLUTION_MS = 20;

/** Tells the figures of this process, for whoever adds up those of all. What it costs is measured: see the README. */
export class FigurePublisher {
  private readonly board: FigureBoard;
  private readonly window = new RollingWindow(WINDOW);
  private readonly lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly startedAt = Date.now();
  private readonly contained = controlGroup('/sys/fs/cgroup') !== undefined;
  private before = { at: performance.now(), cpuSeconds: 0, requests: 0, loop: performance.eventLoopUtilization() };
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> | undefined;
  private silent = false;

  /** @param options `observe` brings gauges up to date */
  constructor(private readonly options: { redis: Redis; prefix: string; logger: Logger; observe?: () => unknown }) {
    this.board = new FigureBoard(options);
  }

  start(): void {
    this.lag.enable();
    const tell = (): void => {
      this.telling ??= this.tell().finally(() => (this.telling = undefined));
    };
    tell();
    this.timer = setInterval(tell, EVERY_MS).unref();
  }

  /** Takes its figures down. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.lag.disable();
    await this.telling;
    await this.board.remove(this.instance).catch(() => undefined);
  }

  get instance(): string {
    return `${hostname()}:${process.pid}`;
  }

  /** The next ones are soon told anew, so that a failure is told once and not made up for. */
  private async tell(): Promise<void> {
    try {
      await this.board.put(await this.read());
      this.silent = false;
    } catch (error) {
      if (!this.silent) this.options.logger.warn({ err: error }, 'the live figures of this process cannot be told');
      this.silent = true;
    }
  }

  private async read(): Promise<ProcessFigures> {
    await this.options.observe?.();
    // Reading one of them reads the whole container.
    const cpuSeconds = await valueOf(metrics.containerCpu);
    const { seconds, families } = await this.window.read();
    const now = performance.now();
    const loop: EventLoopUtilization = performance.eventLoopUtilization();
    const requests = await countOf(metrics.httpRequestDuration);
    const { before } = this;
    const elapsed = Math.max((now - before.at) / 1_000, 0.001);
    this.before = { at: now, cpuSeconds, requests, loop };
    // NaN before the first measurement.
    const lagNs = this.lag.percentile(99) || 0;
    this.lag.reset();
    return {
      ...identity(),
      host: hostname(),
      instance: this.instance,
      contained: this.contained,
      at: Date.now(),
      startedAt: this.startedAt,
      seconds,
      requestsNow: (requests - before.requests) / elapsed,
      cpu: {
        used: before.cpuSeconds === 0 ? 0 : (cpuSeconds - before.cpuSeconds) / elapsed,
        limit: await valueOf(metrics.containerCpuLimit),
      },
      memory: {
        used: await valueOf(metrics.containerMemory),
        limit: await valueOf(metrics.containerMemoryLimit),
      },
      eventLoop: {
        lagMs: Math.max(0, lagNs / 1e6 - RESOLUTION_MS),
        utilisation: performance.eventLoopUtilization(loop, before.loop).utilization,
      },
      families,
    };
  }
}

interface Readable {
  get: () => Promise<{ values: { value: number; metricName?: string }[] }>;
}

async function valueOf(metric: Readable): Promise<number> {
  return (await metric.get()).values[0]?.value ?? 0;
}

async function countOf(histogram: Readable): Promise<number> {
  const { values } = await histogram.get();
  return values.reduce((sum, { metricName, value }) => sum + (metricName?.endsWith('_count') === true ? value : 0), 0);
}
