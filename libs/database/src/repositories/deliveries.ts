import { SYSTEM_PRIORITY, TEST_EVENT, type EventData } from '@discover/contracts';

import type { Handle } from '../handle.js';
import { messageOf } from './events.js';
import type { PauseReason } from './webhooks.js';

/** One try to deliver: what the receiver answered, or why there was no answer. */
export interface DeliveryAttempt {
  /** ISO 8601. */
  at: string;
  durationMs: number;
  /** HTTP status; null without an answer. */
  status: number | null;
  /** Null if it went well. */
  error: string | null;
  /** The beginning of the answer's body. */
  response: string;
}

/** `skipped`: its webhook was paused when its turn came. */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'skipped'] as const;

/** An event on its way to one webhook. */
export interface Delivery {
  id: string;
  eventId: string;
  type: string;
  subjectId: string;
  state: (typeof DELIVERY_STATES)[number];
  attempts: DeliveryAttempt[];
  /** Null once it has ended. */
  nextTryAt: Date | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const DELIVERIES = `SELECT d.id, d.event_id AS "eventId", e.type, e.subject_id AS "subjectId", d.state, d.attempts,
    CASE WHEN d.state = 'pending' THEN d.next_try_at END AS "nextTryAt", d.created_at AS "createdAt", d.finished_at AS "finishedAt"
  FROM webhook_deliveries d JOIN events e ON e.id = d.event_id`;

/** The latest first; `before` is the last id of the page before. */
export async function listDeliveries(
  handle: Handle,
  page: { webhookId: string; before: string | null; limit: number },
): Promise<Delivery[]> {
  return handle.query(
    'delivery_list',
    `${DELIVERIES} WHERE d.webhook_id = $1 AND ($2::uuid IS NULL OR d.id < $2) ORDER BY d.id DESC LIMIT $3`,
    [page.webhookId, page.before, page.limit],
  );
}

export async function findDelivery(handle: Handle, webhookId: string, id: string): Promise<Delivery | null> {
  const [row] = await handle.query<Delivery>('delivery_find', `${DELIVERIES} WHERE d.webhook_id = $1 AND d.id = $2`, [
    webhookId,
    id,
  ]);
  return row ?? null;
}

/** Sends an event once more, as a delivery of its own with the event's old id. Null if the webhook has no such delivery. */
export async function redeliver(handle: Handle, webhookId: string, deliveryId: string): Promise<Delivery | null> {
  const [row] = await handle.query<{ id: string }>(
    'delivery_repeat',
    `WITH delivery AS (
       INSERT INTO webhook_deliveries (webhook_id, event_id)
       SELECT webhook_id, event_id FROM webhook_deliveries WHERE webhook_id = $1 AND id = $2 RETURNING id
     )
     ${messageOf('$3')}`,
    [webhookId, deliveryId, SYSTEM_PRIORITY],
  );
  return row ? findDelivery(handle, webhookId, row.id) : null;
}

/** Sends one webhook an event that says nothing, also if it is paused. */
export async function sendTestEvent(handle: Handle, userId: string, webhookId: string): Promise<Delivery> {
  const [row] = await handle.query<{ id: string }>(
    'event_test',
    `WITH event AS (
       INSERT INTO events (user_id, type, subject_id, data) VALUES ($1, $2, $4::uuid::text, '{}') RETURNING id
     ), delivery AS (
       INSERT INTO webhook_deliveries (webhook_id, event_id) SELECT $4::uuid, id FROM event RETURNING id
     )
     ${messageOf('$3')}`,
    [userId, TEST_EVENT, SYSTEM_PRIORITY, webhookId],
  );
  return (await findDelivery(handle, webhookId, row!.id))!;
}

/** All that a try to deliver needs. */
export interface DeliveryOrder {
  id: string;
  /** Tries before this one. */
  tries: number;
  /** Milliseconds until the next try is due; 0 or less if it is. */
  dueInMs: number;
  webhookId: string;
  userId: string;
  url: string;
  secret: string;
  paused: PauseReason | null;
  event: { id: string; type: string; subjectId: string; data: EventData; createdAt: Date };
}

/** Null if there is nothing to deliver any more. */
export async function findDeliveryOrder(handle: Handle, id: string): Promise<DeliveryOrder | null> {
  const [row] = await handle.query<
    Omit<DeliveryOrder, 'event'> & {
      eventId: string;
      type: string;
      subjectId: string;
      data: EventData;
      createdAt: Date;
    }
  >(
    'delivery_order',
    `SELECT d.id, d.tries, (extract(epoch FROM d.next_try_at - now()) * 1000)::float8 AS "dueInMs", w.id AS "webhookId", w.user_id AS "userId", w.url, w.secret, w.paused,
       e.id AS "eventId", e.type, e.subject_id AS "subjectId", e.data, e.created_at AS "createdAt"
     FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id JOIN events e ON e.id = d.event_id
     WHERE d.id = $1 AND d.state = 'pending'`,
    [id],
  );
  if (!row) return null;
  const { eventId, type, subjectId, data, createdAt, ...order } = row;
  return { ...order, event: { id: eventId, type, subjectId, data, createdAt } };
}

/**
 * Writes down a try and what follows from it. Answers false if another run has written it down before: then this one's word
 * does not count.
 */
export async function recordAttempt(
  handle: Handle,
  order: Pick<DeliveryOrder, 'id' | 'tries'>,
  attempt: DeliveryAttempt,
  next: { state: 'delivered' | 'failed' } | { state: 'pending'; delayMs: number },
): Promise<boolean> {
  const rows = await handle.query(
    'delivery_attempt',
    `UPDATE webhook_deliveries SET tries = tries + 1, attempts = attempts || $3::jsonb, state = $4,
       next_try_at = now() + $5 * interval '1 millisecond', finished_at = CASE WHEN $4 = 'pending' THEN NULL ELSE now() END
     WHERE id = $1 AND tries = $2 AND state = 'pending' RETURNING id`,
    [order.id, order.tries, JSON.stringify([attempt]), next.state, next.state === 'pending' ? next.delayMs : 0],
  );
  return rows.length > 0;
}

/** Ends a delivery that is not tried, because its webhook is paused. */
export async function skipDelivery(handle: Handle, id: string): Promise<void> {
  await endDelivery(handle, id, 'skipped');
}

/** Ends a delivery that the queue has given up on. */
export async function abandonDelivery(handle: Handle, id: string): Promise<void> {
  await endDelivery(handle, id, 'failed');
}

async function endDelivery(handle: Handle, id: string, state: 'skipped' | 'failed'): Promise<void> {
  await handle.query(
    'delivery_end',
    `UPDATE webhook_deliveries SET state = $2, finished_at = now() WHERE id = $1 AND state = 'pending'`,
    [id, state],
  );
}
