import { metrics } from '@discover/telemetry';
import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

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
  query<Row>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A handle on a connection that `runner` holds; the caller releases the runner. */
export function handleOf(runner: QueryRunner, server: string): Handle {
  return {
    manager: runner.manager,
    async query<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const client = (await runner.connect()) as PoolClient;
      const stop = metrics.queryDuration.startTimer({ query: name, server });
      try {
        const result = await client.query<Row & Record<string, unknown>>({ name, text, values: [...values] });
        return result.rows;
      } finally {
        stop();
      }
    },
  };
}
