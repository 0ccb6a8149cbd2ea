import { metrics } from '@discover/telemetry';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * The one thing through which a piece of work may use the database. Inside `transaction()` it is bound to that
 * transaction's connection, so a repository that takes a handle cannot leave the transaction by accident.
 */
export interface Handle {
  /** For entity work: insert, update, delete, find by key. */
  readonly manager: EntityManager;
  /**
   * Runs a named statement. Its name is the name of its prepared statement, so Postgres plans it once a connection, and
   * the label under which its time is measured; one name must always stand for one text.
   */
  query<Row>(name: string, text: string, values?: readonly unknown[], options?: QueryOptions): Promise<Row[]>;
}

export interface QueryOptions {
  /** False for a statement that is put together for each call: its name is a label only, and it is planned each time. */
  readonly prepare?: boolean;
}

/**
 * @param connection one connection, or a pool of which every statement takes any
 * @param server label of the times that are measured
 */
export function handleOf(manager: EntityManager, connection: Pool | PoolClient, server: string): Handle {
  return {
    manager,
    async query<Row>(
      name: string,
      text: string,
      values: readonly unknown[] = [],
      { prepare = true }: QueryOptions = {},
    ): Promise<Row[]> {
      const startedAt = performance.now();
      try {
        const result = await connection.query<Row & Record<string, unknown>>({
          ...(prepare && { name }),
          text,
          values: [...values],
        });
        return result.rows;
      } finally {
        durationOf(name, server).observe((performance.now() - startedAt) / 1000);
      }
    },
  };
}

type Duration = ReturnType<typeof metrics.queryDuration.labels>;
const durations = new Map<string, Duration>();

/** The series of one statement; found once, since prom-client sorts and hashes the labels at every look-up. */
function durationOf(query: string, server: string): Duration {
  const key = `${server} ${query}`;
  let duration = durations.get(key);
  if (!duration) durations.set(key, (duration = metrics.queryDuration.labels({ query, server })));
  return duration;
}
