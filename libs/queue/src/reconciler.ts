import type { OutboxMessage, OutboxStore, QueueName } from '@discover/contracts';
import type { Logger } from '@discover/telemetry';

import { runAgain } from './ended-jobs.js';
import type { JobProducer } from './job-producer.js';

const PAGE = 200;

/**
 * How often a job that ended on the queue without ending its row is run again. A document that kills every worker must
 * not go round for ever: after that it is given up and stays a dead letter, for a person to look at.
 */
const MAX_REVIVALS = 2;

/** Compares accepted work with the queue and puts there what is missing. One round of it. */
export class Reconciler {
  constructor(
    private readonly store: OutboxStore,
    private readonly producer: JobProducer,
    private readonly logger: Logger,
  ) {}

  /**
   * @param idleMs how long a job must not have been touched: work that is just being handed over is none of ours
   * @returns jobs that were put on the queue
   */
  async round(idleMs: number, signal: AbortSignal): Promise<number> {
    let restored = 0;
    let after: string | undefined;
    while (!signal.aborted) {
      const list = () => this.store.unfinished({ idleMs, limit: PAGE, ...(after !== undefined && { after }) });
      const page = await list();
      restored += await this.#restore(page, list);
      if (page.length < PAGE) break;
      after = page.at(-1)!.jobId;
    }
    if (restored > 0) this.logger.warn({ jobs: restored }, 'accepted jobs were missing on the queue and are back');
    return restored;
  }

  /** @param list lists the page again */
  async #restore(page: readonly OutboxMessage[], list: () => Promise<readonly OutboxMessage[]>): Promise<number> {
    if (page.length === 0) return 0;
    const found = await this.#lookUp(page);
    const missing = page.filter((_message, index) => !found[index]!.exists);
    let revived = 0;
    if (found.some(({ ended }) => ended !== undefined)) {
      // Most have ended as they should since the page was listed, their rows included.
      const unfinished = new Set((await list()).map(({ jobId }) => jobId));
      for (const [index, { queue, jobId }] of page.entries()) {
        const { ended } = found[index]!;
        if (ended !== undefined && unfinished.has(jobId) && (await this.#revive(queue, jobId, ended))) revived++;
      }
    }
    if (missing.length > 0) await this.producer.addMany(missing);
    return missing.length + revived;
  }

  /** All jobs of a page in one round trip. */
  async #lookUp(page: readonly OutboxMessage[]) {
    const pipeline = this.producer.client.pipeline();
    for (const { queue: name, jobId } of page) {
      const queue = this.producer.queue(name);
      pipeline.exists(queue.toKey(jobId)).zscore(queue.toKey('failed'), jobId).zscore(queue.toKey('completed'), jobId);
    }
    const replies = (await pipeline.exec()) ?? [];
    const failure = replies.find(([error]) => error !== null)?.[0];
    if (failure) throw failure;
    return page.map((_message, index) => {
      const [exists, failed, completed] = replies.slice(index * 3, index * 3 + 3).map(([, reply]) => reply);
      const ended = failed != null ? ('failed' as const) : completed != null ? ('completed' as const) : undefined;
      return { exists: exists === 1, ended };
    });
  }

  async #revive(name: QueueName, id: string, ended: 'completed' | 'failed'): Promise<boolean> {
    const { client } = this.producer;
    const queue = this.producer.queue(name);
    const job = await queue.getJob(id);
    if (job === undefined) return false;
    // In the job's own hash, so that the count goes when the job does.
    if ((await client.hincrby(queue.toKey(id), 'revivals', 1)) > MAX_REVIVALS) {
      await this.store.giveUp(id);
      this.logger.error({ jobId: id, queue: name }, 'an accepted job was given up; it is among the dead letters');
      return false;
    }
    return runAgain(queue, client, job, ended);
  }
}
