import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

import type { ServerProfile } from './profiler/query-profiler.js';

/**
 * The one thing through which a piece of work may use the database. Inside `transaction()` it is bound to that
 * transaction's connection, so a repository that takes a handle cannot leave the transaction by accident.
 */
export interface Handle {
  /** For entity work: insert, update, delete, find by key. Nobody sees how long it takes: wrap it in `profileQuery`. */
  readonly manager: EntityManager;
  /**
   * Runs a named statement. Its name is the name of its prepared statement, so Postgres plans it once a connection, and
   * the label under which its time is measured; one name must always stand for one text.
   */
  query<Row>(name: string, text: string, values?: readonly unknown[], options?: QueryOptions): Promise<Row[]>;
  /** Measures work that is not one statement of `query`, under a name like those of statements. */
  profileQuery<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export interface QueryOptions {
  /** False for a statement that is put together for each call: its name is a label only, and it is planned each time. */
  readonly prepare?: boolean;
}

/** What may be sent before it is known whether its transaction began: without one it would change nothing. */
const READ = /^SELECT\b/;

/**
 * @param connection one connection, or a pool of which every statement takes any
 * @param profile where the times of the server's statements are noted
 * @param begun the beginning of the transaction that the connection is in
 */
export function handleOf(
  manager: EntityManager,
  connection: Pool | PoolClient,
  profile: ServerProfile,
  begun?: Promise<unknown>,
): Handle {
  return {
    manager,
    async query<Row>(
      name: string,
      text: string,
      values: readonly unknown[] = [],
      { prepare = true }: QueryOptions = {},
    ): Promise<Row[]> {
      const startedAt = performance.now();
      const waited = isExhausted(connection);
      try {
        if (begun && !READ.test(text)) await begun;
        const result = await connection.query<Row & Record<string, unknown>>({
          ...(prepare && { name }),
          text,
          values: [...values],
        });
        if (begun) await begun;
        profile.record(name, text, startedAt, { rows: result.rowCount, waited });
        return result.rows;
      } catch (error) {
        profile.record(name, text, startedAt, { rows: null, waited, error });
        throw error;
      }
    },
    profileQuery: async (name, work) => {
      await begun;
      return profiled(profile, name, isExhausted(connection), work);
    },
  };
}

/** Runs `work` and notes its time, from `startedAt` on, under `name`. */
export async function profiled<T>(
  profile: ServerProfile,
  name: string,
  waited: boolean,
  work: () => Promise<T>,
  startedAt = performance.now(),
): Promise<T> {
  try {
    const result = await work();
    profile.record(name, null, startedAt, { rows: null, waited });
    return result;
  } catch (error) {
    profile.record(name, null, startedAt, { rows: null, waited, error });
    throw error;
  }
}

/** Whether the next statement has to wait until a connection is given back. */
export function isExhausted(connection: Pool | PoolClient): boolean {
  return 'idleCount' in connection && connection.idleCount === 0 && connection.totalCount >= connection.options.max;
}
