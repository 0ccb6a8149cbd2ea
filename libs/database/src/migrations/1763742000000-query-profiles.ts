import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What processes tell of their statements: never values, which are people's data. */
export class QueryProfiles1763742000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE query_releases (
        release text PRIMARY KEY,
        first_at timestamptz(3) NOT NULL DEFAULT now(),
        last_at timestamptz(3) NOT NULL DEFAULT now()
      );

      -- A row is added to once a minute by each process for an hour, so pages keep room for that.
      CREATE TABLE query_statistics (
        hour timestamptz(0) NOT NULL,
        release text NOT NULL,
        service text NOT NULL,
        query text NOT NULL,
        server text NOT NULL,
        calls bigint NOT NULL,
        slow bigint NOT NULL,
        total_ms double precision NOT NULL,
        max_ms double precision NOT NULL,
        repeated_requests bigint NOT NULL,
        most_repeats integer NOT NULL,
        buckets bigint[] NOT NULL,
        PRIMARY KEY (hour, release, service, query, server)
      ) WITH (fillfactor = 70);

      -- One for each text that was slow: what it says, and what became of looking at its plan.
      CREATE TABLE slow_statements (
        query text NOT NULL,
        release text NOT NULL,
        text text,
        last_at timestamptz(3) NOT NULL DEFAULT now(),
        planned_at timestamptz(3),
        plan json,
        plan_error text,
        advice json NOT NULL DEFAULT '[]',
        PRIMARY KEY (query, release)
      );

      -- Single slow runs: the slowest of each minute of each process.
      CREATE TABLE slow_queries (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        at timestamptz(3) NOT NULL,
        query text NOT NULL,
        release text NOT NULL,
        service text NOT NULL,
        server text NOT NULL,
        duration_ms double precision NOT NULL,
        rows integer,
        waited boolean NOT NULL,
        sqlstate text,
        request_id text,
        FOREIGN KEY (query, release) REFERENCES slow_statements (query, release) ON DELETE CASCADE
      );
      CREATE INDEX slow_queries_at ON slow_queries (at);
      CREATE INDEX slow_queries_statement ON slow_queries (query, release, at DESC);

      -- What the hourly analysis found and is still so.
      CREATE TABLE performance_findings (
        code text NOT NULL,
        subject text NOT NULL,
        details json NOT NULL,
        first_at timestamptz(3) NOT NULL DEFAULT now(),
        last_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (code, subject)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE performance_findings, slow_queries, slow_statements, query_statistics, query_releases',
    );
  }
}
