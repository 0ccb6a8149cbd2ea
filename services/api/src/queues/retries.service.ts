import type { QueueName } from '@discover/contracts';
import { Database, reopenJob } from '@discover/database';
import { DeadLetters } from '@discover/queue';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

/** Put back by one request. */
const MOST = 1_000;
/** At the same time. */
const TOGETHER = 20;

/** Work with a row was given up in Postgres too, and a run finds nothing to do unless that is taken back. */
@Injectable()
export class RetriesService {
  constructor(
    private readonly database: Database,
    private readonly deadLetters: DeadLetters,
  ) {}

  /** False if there is no such dead letter. */
  async retry(queue: QueueName, id: string): Promise<boolean> {
    // The row first: in between the reconciler would find a job that is dead, and try it again itself.
    if (z.uuid().safeParse(id).success) await this.database.transaction(null, (handle) => reopenJob(handle, id));
    return this.deadLetters.retry(queue, id);
  }

  /** How many are on the queue again, the oldest first. */
  async retryAll(queue: QueueName): Promise<number> {
    const ids = await this.deadLetters.oldest(queue, MOST);
    let retried = 0;
    for (let from = 0; from < ids.length; from += TOGETHER) {
      const outcomes = await Promise.all(ids.slice(from, from + TOGETHER).map((id) => this.retry(queue, id)));
      retried += outcomes.filter(Boolean).length;
    }
    return retried;
  }
}
