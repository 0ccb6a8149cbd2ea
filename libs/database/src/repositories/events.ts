import { SYSTEM_PRIORITY, type DomainEvent } from '@discover/contracts';

import type { Handle } from '../handle.js';

/**
 * Tells the person's subscribers of what the caller's transaction does: event, deliveries and their messages to the queue are
 * written with it or not at all. Where nobody listens nothing is written.
 */
export async function recordEvent(handle: Handle, event: DomainEvent): Promise<void> {
  await handle.query(
    'event_record',
    `WITH subscriber AS (
       SELECT id FROM webhooks WHERE user_id = $1 AND paused IS NULL AND $2 = ANY(events)
     ), event AS (
       INSERT INTO events (user_id, type, subject_id, data)
       SELECT $1, $2, $3, $4::json WHERE EXISTS (SELECT FROM subscriber) RETURNING id
     ), delivery AS (
       INSERT INTO webhook_deliveries (webhook_id, event_id) SELECT subscriber.id, event.id FROM subscriber, event RETURNING id
     )
     ${messageOf('$5')}`,
    [event.userId, event.type, event.subjectId, JSON.stringify(event.data), SYSTEM_PRIORITY],
  );
}

/** SQL that puts what the CTE `delivery` holds on its way to the queue, and answers the ids. */
export function messageOf(priority: '$3' | '$5'): string {
  return `INSERT INTO outbox (job_id, queue, name, payload, priority)
     SELECT id, 'webhooks', 'webhook.deliver', json_build_object('deliveryId', id), ${priority} FROM delivery RETURNING job_id AS id`;
}

/** Removes at most `limit` events, with their deliveries, that are over 30 days old. */
export async function purgeEvents(handle: Handle, limit: number): Promise<number> {
  const rows = await handle.query(
    'event_purge',
    `DELETE FROM events WHERE id IN (SELECT id FROM events WHERE created_at < now() - interval '30 days' LIMIT $1) RETURNING id`,
    [limit],
  );
  return rows.length;
}
