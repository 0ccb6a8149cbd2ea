import type { Handle } from '../handle.js';

/** A request that brings an idempotency key. */
export interface IdempotentRequest {
  /** SHA-256 of caller and key. */
  id: Buffer;
  /** Null for an anonymous caller. */
  userId: string | null;
  /** SHA-256 of what must be the same when the key is sent again. */
  requestHash: Buffer;
}

export interface IdempotencyTimes {
  /** For how long nobody else may do the request, unless it is prolonged; milliseconds. */
  leaseMs: number;
  /** How long the answer is kept, in milliseconds. */
  keepMs: number;
}

/** What a key stands for when it is claimed. */
export type IdempotencyClaim =
  /** The caller is to do the request. `steps` are what an earlier run, which died, had committed; `contentHash` is of its files. */
  | ({ state: 'claimed' } & Claimed)
  | { state: 'in_flight'; retryAfterMs: number }
  /** The key stands for another request. */
  | { state: 'reused' }
  /** `contentHash` is that of its files, if it had some. */
  | { state: 'answered'; answer: Buffer; contentHash: Buffer | null };

interface Claimed {
  lease: string;
  steps: Buffer[];
  contentHash: Buffer | null;
}

interface Row {
  sameRequest: boolean;
  answer: Buffer | null;
  contentHash: Buffer | null;
  retryAfterMs: number;
}

/** Takes a key for one run of its request, or says why it cannot be taken. One statement decides, so two cannot both have it. */
export async function claimIdempotencyKey(
  handle: Handle,
  request: IdempotentRequest,
  times: IdempotencyTimes,
): Promise<IdempotencyClaim> {
  for (;;) {
    const claimed = await claim(handle, request, times);
    if (claimed) return { state: 'claimed', ...claimed };
    const [row] = await handle.query<Row>(
      'idempotency_read',
      `SELECT request_hash = $2 AS "sameRequest", answer, content_hash AS "contentHash",
         greatest(0, extract(epoch FROM leased_until - now()) * 1000)::float AS "retryAfterMs"
       FROM idempotency_keys WHERE id = $1`,
      [request.id, request.requestHash],
    );
    // Given up in the meantime: it can be claimed.
    if (!row) continue;
    if (!row.sameRequest) return { state: 'reused' };
    if (row.answer) return { state: 'answered', answer: row.answer, contentHash: row.contentHash };
    return { state: 'in_flight', retryAfterMs: row.retryAfterMs };
  }
}

/** A key that is new, has expired, or whose last run of the same request has died. */
async function claim(
  handle: Handle,
  { id, userId, requestHash }: IdempotentRequest,
  { leaseMs, keepMs }: IdempotencyTimes,
): Promise<Claimed | undefined> {
  const [row] = await handle.query<Claimed>(
    'idempotency_claim',
    `INSERT INTO idempotency_keys AS k (id, user_id, request_hash, lease, leased_until, expires_at)
     VALUES ($1, $2, $3, gen_random_uuid(), now() + $4 * interval '1 millisecond', now() + $5 * interval '1 millisecond')
     ON CONFLICT (id) DO UPDATE SET
       request_hash = excluded.request_hash, lease = excluded.lease, leased_until = excluded.leased_until,
       steps = CASE WHEN k.expires_at <= now() THEN '{}' ELSE k.steps END,
       content_hash = CASE WHEN k.expires_at <= now() THEN NULL ELSE k.content_hash END, answer = NULL,
       expires_at = CASE WHEN k.expires_at <= now() THEN excluded.expires_at ELSE k.expires_at END
     WHERE k.leased_until <= now()
       AND (k.expires_at <= now() OR (k.answer IS NULL AND k.request_hash = excluded.request_hash))
     RETURNING lease, steps, content_hash AS "contentHash"`,
    [id, userId, requestHash, leaseMs, keepMs],
  );
  return row;
}

/** Keeps others out for longer; false if the key is in other hands. */
export async function prolongIdempotencyLease(
  handle: Handle,
  id: Buffer,
  lease: string,
  leaseMs: number,
): Promise<boolean> {
  const rows = await handle.query(
    'idempotency_prolong',
    `UPDATE idempotency_keys SET leased_until = now() + $3 * interval '1 millisecond'
     WHERE id = $1 AND lease = $2 AND answer IS NULL RETURNING 1`,
    [id, lease, leaseMs],
  );
  return rows.length > 0;
}

/**
 * Notes, in the transaction that does it, what a step of the request has done: with it the request remembers, without it
 * nothing was done. False if the key is in other hands, and then the transaction must not commit.
 */
export async function appendIdempotencyStep(handle: Handle, id: Buffer, lease: string, step: Buffer): Promise<boolean> {
  const rows = await handle.query(
    'idempotency_step',
    `UPDATE idempotency_keys SET steps = array_append(steps, $3::bytea)
     WHERE id = $1 AND lease = $2 AND answer IS NULL RETURNING 1`,
    [id, lease, step],
  );
  return rows.length > 0;
}

/** Stores the answer; the steps, which nobody needs any more, go. */
export async function answerIdempotentRequest(
  handle: Handle,
  id: Buffer,
  lease: string,
  answer: Buffer,
  contentHash: Buffer | null,
): Promise<void> {
  await handle.query(
    'idempotency_answer',
    `UPDATE idempotency_keys SET answer = $3, content_hash = $4, leased_until = now(), steps = '{}'
     WHERE id = $1 AND lease = $2 AND answer IS NULL`,
    [id, lease, answer, contentHash],
  );
}

/**
 * Lets go of a key whose answer is not kept: whoever brings it again runs the request again, with the steps that are done.
 *
 * @param contentHash of its files, if they were read to their end
 */
export async function releaseIdempotencyKey(
  handle: Handle,
  id: Buffer,
  lease: string,
  contentHash: Buffer | null,
): Promise<void> {
  await handle.query(
    'idempotency_release',
    `UPDATE idempotency_keys SET leased_until = now(), content_hash = coalesce($3, content_hash)
     WHERE id = $1 AND lease = $2 AND answer IS NULL`,
    [id, lease, contentHash],
  );
}

/** Forgets a key whose request has done nothing; it can be used for another. */
export async function forgetIdempotencyKey(handle: Handle, id: Buffer, lease: string): Promise<void> {
  await handle.query(
    'idempotency_forget',
    `DELETE FROM idempotency_keys WHERE id = $1 AND lease = $2 AND answer IS NULL AND steps = '{}'`,
    [id, lease],
  );
}

/** Removes at most `limit` keys whose time is over. */
export async function purgeIdempotencyKeys(handle: Handle, limit: number): Promise<number> {
  const rows = await handle.query(
    'idempotency_purge',
    `DELETE FROM idempotency_keys WHERE id IN (SELECT id FROM idempotency_keys WHERE expires_at <= now() LIMIT $1) RETURNING 1`,
    [limit],
  );
  return rows.length;
}
