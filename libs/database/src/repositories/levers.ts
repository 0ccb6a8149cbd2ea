import { isDeepStrictEqual } from 'node:util';

import { LEVER_NAMES, readLevers, type LeverName, type LeverState, type LeverValues } from '@discover/contracts';

import type { Handle } from '../handle.js';

/** One change of one lever. */
export interface LeverChange {
  id: number;
  at: Date;
  /** Null if the account is not there any more. */
  userId: string | null;
  email: string | null;
  name: string;
  oldValue: unknown;
  newValue: unknown;
  reason: string;
}

/** Serialises changes, so that each is made to what the one before it left. */
const CHANGE_LOCK = 7_246_020;

/** What is set, as of the last change; revision 0 if there was none. */
export async function findLevers(handle: Handle): Promise<LeverState> {
  const [row] = await handle.query<{ revision: number; values: Record<string, unknown> }>(
    'levers_find',
    `SELECT (SELECT coalesce(max(id), 0)::float8 FROM lever_changes) AS revision,
       (SELECT coalesce(jsonb_object_agg(name, value), '{}') FROM levers) AS values`,
  );
  return { revision: row!.revision, values: readLevers(row!.values) };
}

/**
 * Sets the levers that are named and notes each that is thereby another: in the caller's transaction, after those of
 * others. Answers what is set now.
 */
export async function changeLevers(
  handle: Handle,
  change: { userId: string; values: Partial<LeverValues>; reason: string },
): Promise<LeverState> {
  await handle.query('levers_lock', 'SELECT pg_advisory_xact_lock($1)', [CHANGE_LOCK]);
  const before = await findLevers(handle);
  const wanted = LEVER_NAMES.filter((name) => change.values[name] !== undefined);
  const changed = wanted.filter((name) => !isDeepStrictEqual(before.values[name], change.values[name]));
  if (changed.length === 0) return before;
  const json = (values: Partial<LeverValues>) => changed.map((name) => JSON.stringify(values[name]));
  await handle.query(
    'levers_change',
    `WITH change AS (
       SELECT * FROM unnest($2::text[], $3::jsonb[], $4::jsonb[]) AS c (name, old_value, new_value)
     ), setting AS (
       INSERT INTO levers (name, value) SELECT name, new_value FROM change
       ON CONFLICT (name) DO UPDATE SET value = excluded.value
     )
     INSERT INTO lever_changes (user_id, name, old_value, new_value, reason)
     SELECT $1, name, old_value, new_value, $5 FROM change`,
    [change.userId, changed satisfies LeverName[], json(before.values), json(change.values), change.reason],
  );
  return findLevers(handle);
}

/** Newest first. @param page `before` is the id of the last one of the page before */
export async function listLeverChanges(
  handle: Handle,
  page: { before: number | null; limit: number },
): Promise<LeverChange[]> {
  return handle.query<LeverChange>(
    'lever_changes_list',
    `SELECT c.id::float8 AS id, c.at, c.user_id AS "userId", u.email, c.name, c.old_value AS "oldValue",
       c.new_value AS "newValue", c.reason
     FROM lever_changes c LEFT JOIN users u ON u.id = c.user_id
     WHERE $1::bigint IS NULL OR c.id < $1 ORDER BY c.id DESC LIMIT $2`,
    [page.before, page.limit],
  );
}
