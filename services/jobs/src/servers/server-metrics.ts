import { serverMetrics } from '@discover/telemetry';

/**
 * Figures of servers of one kind as Prometheus series, read when Prometheus asks: once for a scrape, however many series
 * there are. What could not be read has no series then: the last figure would be taken for the present one.
 */
export class ServerMetrics {
  #reading: Promise<void> | undefined;
  readonly #metrics: (typeof serverMetrics)[keyof typeof serverMetrics][];

  /** @param read asks the servers, within bounds of time, and answers what sets the metrics; it never rejects */
  constructor(
    kind: 'postgres' | 'redis',
    private readonly read: () => Promise<() => void>,
  ) {
    this.#metrics = Object.entries(serverMetrics)
      // The outbox is read with Postgres.
      .filter(([name]) => name.startsWith('redis') === (kind === 'redis'))
      .map(([, metric]) => metric);
  }

  start(): void {
    const collect = () => (this.#reading ??= this.#collect().finally(() => (this.#reading = undefined)));
    for (const metric of this.#metrics) Object.assign(metric, { collect });
  }

  stop(): void {
    for (const metric of this.#metrics) {
      Object.assign(metric, { collect: undefined });
      metric.reset();
    }
  }

  async #collect(): Promise<void> {
    const show = await this.read();
    for (const metric of this.#metrics) metric.reset();
    show();
  }
}
