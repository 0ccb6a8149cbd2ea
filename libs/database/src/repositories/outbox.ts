import { JOBS, SYSTEM_PRIORITY, queueOfKind, type OutboxMessage, type OutboxStore } from '@discover/contracts';

import type { Database } from '../database.js';
import { abandonDelivery } from './deliveries.js';
import { abandonJob } from './jobs.js';

/** Kinds of work that stand in `jobs` and are put on a queue. */
const KINDS = Object.values(JOBS).map(({ name }) => name as string);

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

  /** Jobs and deliveries; a delivery that is to be tried again later is none until then. */
  async unfinished(options: { idleMs: number; limit: number; after?: string }): Promise<OutboxMessage[]> {
    const rows = await this.database.readPrimary('reconcile', (handle) =>
      handle.query<Omit<OutboxMessage, 'queue'>>(
        'jobs_unfinished',
        `(SELECT id AS "jobId", kind AS name, json_build_object('jobId', id, 'userId', user_id) AS payload, priority FROM jobs
          WHERE state IN ('queued', 'active') AND kind = ANY($4) AND updated_at < now() - $1 * interval '1 millisecond'
            AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $2)
         UNION ALL
         (SELECT id, $5, json_build_object('deliveryId', id), $6 FROM webhook_deliveries
          WHERE state = 'pending' AND next_try_at < now() - $1 * interval '1 millisecond'
            AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $2)
         ORDER BY "jobId" LIMIT $2`,
        [options.idleMs, options.limit, options.after ?? null, KINDS, JOBS.deliverWebhook.name, SYSTEM_PRIORITY],
      ),
    );
    return rows.map((row) => ({ ...row, queue: queueOfKind(row.name)! }));
  }

  /** Of a job or a delivery: ids are unique among both. */
  async giveUp(jobId: string): Promise<void> {
    await this.database.transaction(null, async (handle) => {
      await abandonJob(handle, jobId);
      await abandonDelivery(handle, jobId);
    });
  }
}
