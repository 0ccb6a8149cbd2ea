import type { OutboxMessage, OutboxStore } from '@discover/contracts';
import { JOBS } from '@discover/contracts';

import type { Database } from '../database.js';
import { abandonJob } from './jobs.js';

/** The outbox on Postgres. Several relays may run: rows that one of them holds are skipped by the others. */
export class PostgresOutbox implements OutboxStore {
  constructor(private readonly database: Database) {}

  async take(
    limit: number,
    publish: (messages: OutboxMessage[]) => Promise<void>,
    jobIds?: readonly string[],
  ): Promise<number> {
    return this.database.transaction(null, async (handle) => {
      const messages = await handle.query<OutboxMessage>(
        'outbox_take',
        `DELETE FROM outbox WHERE job_id IN (
           SELECT job_id FROM outbox WHERE $2::uuid[] IS NULL OR job_id = ANY($2) ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED
         ) RETURNING job_id AS "jobId", queue, name, payload, priority`,
        [limit, jobIds ?? null],
      );
      // Published before the commit: should the commit fail, they are published again, which the queue takes as once.
      if (messages.length > 0) await publish(messages);
      return messages.length;
    });
  }

  async unfinished(options: { idleMs: number; limit: number; after?: string }): Promise<OutboxMessage[]> {
    const queues = Object.fromEntries(Object.values(JOBS).map((contract) => [contract.name as string, contract.queue]));
    const rows = await this.database.readPrimary('reconcile', (handle) =>
      handle.query<{ jobId: string; userId: string; name: string; priority: number }>(
        'jobs_unfinished',
        `SELECT id AS "jobId", user_id AS "userId", kind AS name, priority FROM jobs
         WHERE state IN ('queued', 'active') AND updated_at < now() - $1 * interval '1 millisecond' AND ($3::uuid IS NULL OR id > $3)
         ORDER BY id LIMIT $2`,
        [options.idleMs, options.limit, options.after ?? null],
      ),
    );
    return rows.flatMap(({ jobId, userId, name, priority }) => {
      const queue = queues[name];
      return queue ? [{ jobId, queue, name, payload: { jobId, userId }, priority }] : [];
    });
  }

  async giveUp(jobId: string): Promise<void> {
    await this.database.transaction(null, (handle) => abandonJob(handle, jobId));
  }
}
