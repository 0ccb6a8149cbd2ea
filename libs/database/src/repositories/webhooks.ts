import type { EventType } from '@discover/contracts';

import type { Handle } from '../handle.js';

/** Why a webhook is told of nothing: its owner wants it so, it failed for days, or it answered that it is gone. */
export type PauseReason = 'owner' | 'failing' | 'gone';

/** A subscription, without its secret. */
export interface Webhook {
  id: string;
  url: string;
  events: EventType[];
  /** Null while it is told of everything that it subscribed to. */
  paused: PauseReason | null;
  /** Since when every try has failed. */
  failingSince: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

const WEBHOOK = `id, url, events, paused, failing_since AS "failingSince", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Null if the person has `limit` of them already. */
export async function insertWebhook(
  handle: Handle,
  webhook: { userId: string; url: string; events: readonly EventType[]; secret: string },
  limit: number,
): Promise<Webhook | null> {
  // The person's row is the lock that keeps two at once from passing the limit together.
  await handle.query('webhook_owner_lock', 'SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE', [webhook.userId]);
  const [row] = await handle.query<Webhook>(
    'webhook_insert',
    `INSERT INTO webhooks (user_id, url, events, secret)
     SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM webhooks WHERE user_id = $1) < $5 RETURNING ${WEBHOOK}`,
    [webhook.userId, webhook.url, webhook.events, webhook.secret, limit],
  );
  return row ?? null;
}

export async function listWebhooks(handle: Handle, userId: string): Promise<Webhook[]> {
  return handle.query('webhook_list', `SELECT ${WEBHOOK} FROM webhooks WHERE user_id = $1 ORDER BY id`, [userId]);
}

export async function findWebhook(handle: Handle, userId: string, id: string): Promise<Webhook | null> {
  const [row] = await handle.query<Webhook>(
    'webhook_find',
    `SELECT ${WEBHOOK} FROM webhooks WHERE user_id = $1 AND id = $2`,
    [userId, id],
  );
  return row ?? null;
}

/** What is absent stays. Waking it up clears the memory of its failures. */
export interface WebhookChange {
  url?: string;
  events?: readonly EventType[];
  secret?: string;
  paused?: boolean;
}

export async function updateWebhook(
  handle: Handle,
  userId: string,
  id: string,
  change: WebhookChange,
): Promise<Webhook | null> {
  const [row] = await handle.query<Webhook>(
    'webhook_update',
    `UPDATE webhooks SET url = coalesce($3, url), events = coalesce($4, events), secret = coalesce($5, secret),
       paused = CASE WHEN $6 THEN coalesce(paused, 'owner') WHEN NOT $6 THEN NULL ELSE paused END,
       failing_since = CASE WHEN NOT $6 THEN NULL ELSE failing_since END, updated_at = now()
     WHERE user_id = $1 AND id = $2 RETURNING ${WEBHOOK}`,
    [userId, id, change.url ?? null, change.events ?? null, change.secret ?? null, change.paused ?? null],
  );
  return row ?? null;
}

/** With its deliveries. Answers whether there was one. */
export async function deleteWebhook(handle: Handle, userId: string, id: string): Promise<boolean> {
  const rows = await handle.query(
    'webhook_delete',
    'DELETE FROM webhooks WHERE user_id = $1 AND id = $2 RETURNING id',
    [userId, id],
  );
  return rows.length > 0;
}

/** Whether anybody wants to hear of this: for work that is done only to tell of it. */
export async function hasSubscriber(handle: Handle, userId: string, type: EventType): Promise<boolean> {
  const [row] = await handle.query<{ listens: boolean }>(
    'webhook_listens',
    `SELECT ${hasSubscriberOf('$1', '$2')} AS listens`,
    [userId, type],
  );
  return row!.listens;
}

/** SQL for the same, within a statement that does what is to be told of. */
export function hasSubscriberOf(userId: '$1', type: '$2' | `'${EventType}'`): string {
  return `EXISTS (SELECT FROM webhooks WHERE user_id = ${userId} AND paused IS NULL AND ${type} = ANY (events))`;
}

/** How a try went, for what it says of the receiver: `gone` is an answer of 410. */
export type ReceiverHealth = 'well' | 'failed' | 'gone';

/**
 * Remembers how the receiver fares. One that has failed for `pauseAfterDays` without a success between is paused, one that is
 * gone at once. Answers why it is paused now, if it is.
 */
export async function noteReceiver(
  handle: Handle,
  id: string,
  health: ReceiverHealth,
  pauseAfterDays: number,
): Promise<PauseReason | null> {
  const [row] = await handle.query<{ paused: PauseReason | null }>(
    'webhook_note',
    `UPDATE webhooks SET
       failing_since = CASE WHEN $2 = 'well' THEN NULL ELSE coalesce(failing_since, now()) END,
       paused = CASE WHEN paused IS NOT NULL OR $2 = 'well' THEN paused WHEN $2 = 'gone' THEN 'gone'
         WHEN failing_since < now() - $3 * interval '1 day' THEN 'failing' END
     WHERE id = $1 AND ($2 <> 'well' OR failing_since IS NOT NULL) RETURNING paused`,
    [id, health, pauseAfterDays],
  );
  return row?.paused ?? null;
}
