import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What background jobs leave behind: the history of their runs, statistics, reports, and archives of old events. */
export class BackgroundJobs1763740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
    await runner.query(PARTITIONS);
    await runner.query(STATISTICS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION refresh_statistics();
      DROP MATERIALIZED VIEW business_statistics, cv_statistics;
      DROP FUNCTION drop_partition(text, text), prepare_partitions(text, integer), statistics_until();
      DROP TABLE statistics_refreshes, cv_view_days, archives, reports, job_schedules, job_runs;
    `);
  }
}

const RUNS = `
  CREATE TABLE job_runs (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    job text NOT NULL,
    queue text NOT NULL,
    queue_job_id text NOT NULL,
    schedule_id text,
    scheduled_for timestamptz(3) NOT NULL,
    trigger text NOT NULL CHECK (trigger IN ('schedule', 'manual', 'request')),
    state text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    instances text[] NOT NULL DEFAULT '{}',
    started_at timestamptz(3),
    ended_at timestamptz(3),
    duration_ms integer,
    counts jsonb,
    error_code text,
    UNIQUE (queue, queue_job_id)
  );
  -- Each time of a schedule is run once, by whichever job brings it.
  CREATE UNIQUE INDEX job_runs_once ON job_runs (schedule_id, scheduled_for) WHERE schedule_id IS NOT NULL;
  CREATE INDEX job_runs_job ON job_runs (job, id DESC);
  CREATE INDEX job_runs_unfinished ON job_runs (id) WHERE state IN ('queued', 'running');
  CREATE INDEX job_runs_failed ON job_runs (id DESC) WHERE state = 'failed';
  CREATE INDEX job_runs_time ON job_runs (scheduled_for);

  -- Since when a schedule has been as it is: it has not missed what was due before.
  CREATE TABLE job_schedules (
    id text PRIMARY KEY,
    cron text NOT NULL,
    since timestamptz(3) NOT NULL DEFAULT now()
  );

  CREATE TABLE reports (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    key text NOT NULL,
    size integer NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    UNIQUE (kind, first_day)
  );

  CREATE TABLE archives (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    source text NOT NULL,
    first timestamptz(3) NOT NULL,
    until timestamptz(3) NOT NULL,
    key text NOT NULL,
    rows bigint NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    removed_at timestamptz(3),
    UNIQUE (source, first)
  );
`;

const PARTITIONS = `
  -- Makes the partitions of this month and the next ones, of any table that is partitioned by range of one time. What fell
  -- into its default partition meanwhile moves over. Runs as its owner, so that only the migrator needs the right to make
  -- tables. The release before calls prepare_view_partitions, which does the same for one table.
  CREATE FUNCTION prepare_partitions(parent text, months integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    key text;
    spare regclass;
    columns text;
    first timestamptz;
    next timestamptz;
    name text;
    made integer := 0;
  BEGIN
    SELECT a.attname, nullif(p.partdefid, 0)::regclass INTO key, spare
    FROM pg_partitioned_table p JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
    WHERE p.partrelid = to_regclass(quote_ident(parent)) AND p.partstrat = 'r' AND p.partnatts = 1;
    IF key IS NULL THEN RAISE EXCEPTION '% is not partitioned by time', parent; END IF;
    SELECT string_agg(quote_ident(attname), ', ') INTO columns
    FROM pg_attribute WHERE attrelid = to_regclass(quote_ident(parent)) AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    PERFORM pg_advisory_xact_lock(7246012);
    FOR ahead IN 0..months LOOP
      first := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead)) AT TIME ZONE 'UTC';
      next := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead + 1)) AT TIME ZONE 'UTC';
      name := parent || '_' || to_char(first AT TIME ZONE 'UTC', 'YYYY_MM');
      CONTINUE WHEN to_regclass(quote_ident(name)) IS NOT NULL;
      EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)', name, parent);
      IF spare IS NOT NULL THEN
        EXECUTE format(
          'WITH moved AS (DELETE FROM %1$s WHERE %2$I >= %4$L AND %2$I < %5$L RETURNING %6$s)
           INSERT INTO %3$I (%6$s) SELECT %6$s FROM moved', spare, key, name, first, next, columns);
      END IF;
      EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, name, first, next);
      made := made + 1;
    END LOOP;
    RETURN made;
  END $$;

  -- Drops a partition whose archive is on record in the same transaction or before; no other can be dropped by it.
  CREATE FUNCTION drop_partition(parent text, partition text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '5s' AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN archives a ON a.source = parent
      WHERE i.inhparent = to_regclass(quote_ident(parent)) AND c.oid = to_regclass(quote_ident(partition))
        AND a.first = substring(pg_get_expr(c.relpartbound, c.oid) FROM 'FROM \\(''([^'']+)''\\)')::timestamptz
        AND a.until <= now()
    ) THEN RAISE EXCEPTION '% has no archive', partition; END IF;
    EXECUTE format('DROP TABLE %I', partition);
  END $$;
`;

/** Days count as over ten minutes after midnight: what processes had in hand of them is written by then. */
const STATISTICS = `
  -- What is left in Postgres of the views of months that are archived, or just being archived.
  CREATE TABLE cv_view_days (
    owner_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    day date NOT NULL,
    views integer NOT NULL,
    visitors integer NOT NULL,
    downloads integer NOT NULL,
    sources jsonb NOT NULL,
    PRIMARY KEY (owner_id, cv_id, day),
    FOREIGN KEY (owner_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
  );

  -- Up to which day, exclusively, a materialised view knows what there is.
  CREATE TABLE statistics_refreshes (
    name text PRIMARY KEY,
    until date NOT NULL,
    refreshed_at timestamptz(3) NOT NULL DEFAULT now()
  );

  CREATE FUNCTION statistics_until() RETURNS date LANGUAGE sql STABLE
    RETURN ((now() - interval '10 minutes') AT TIME ZONE 'UTC')::date;

  CREATE MATERIALIZED VIEW cv_statistics AS
    WITH archived AS (SELECT coalesce(max(until), '-infinity') AS until FROM archives WHERE source = 'view_events'
    ), seen AS (
      SELECT owner_id, cv_id, (at AT TIME ZONE 'UTC')::date AS day, kind, coalesce(source, 'direct') AS source, visitor
      FROM view_events
      WHERE at >= (SELECT until FROM archived)
        AND at < statistics_until()::timestamp AT TIME ZONE 'UTC'
    ), totals AS (
      SELECT owner_id, cv_id, day, count(*) FILTER (WHERE kind <> 'download')::int AS views,
        count(DISTINCT visitor)::int AS visitors, count(*) FILTER (WHERE kind = 'download')::int AS downloads
      FROM seen GROUP BY owner_id, cv_id, day
    ), sources AS (
      SELECT owner_id, cv_id, day, jsonb_object_agg(source, times) AS sources
      FROM (SELECT owner_id, cv_id, day, source, count(*)::int AS times FROM seen GROUP BY owner_id, cv_id, day, source) s
      GROUP BY owner_id, cv_id, day
    )
    SELECT owner_id, cv_id, day, views, visitors, downloads, sources FROM cv_view_days
    WHERE day < ((SELECT until FROM archived) AT TIME ZONE 'UTC')::date
    UNION ALL
    SELECT owner_id, cv_id, day, views, visitors, downloads, sources FROM totals JOIN sources USING (owner_id, cv_id, day);
  CREATE UNIQUE INDEX cv_statistics_key ON cv_statistics (owner_id, cv_id, day);

  CREATE MATERIALIZED VIEW business_statistics AS
    WITH counted AS (
      SELECT day, count(*) AS active, 0 AS registered, 0 AS uploaded, 0 AS shared, 0 AS upgraded, 0 AS downgraded
        FROM daily_activity GROUP BY day
      UNION ALL
      SELECT (created_at AT TIME ZONE 'UTC')::date, 0, count(*), 0, 0, 0, 0 FROM users GROUP BY 1
      UNION ALL
      SELECT (created_at AT TIME ZONE 'UTC')::date, 0, 0, count(*), 0, 0, 0 FROM files GROUP BY 1
      UNION ALL
      SELECT (created_at AT TIME ZONE 'UTC')::date, 0, 0, 0, count(*), 0, 0 FROM shares GROUP BY 1
      UNION ALL
      SELECT (at AT TIME ZONE 'UTC')::date, 0, 0, 0, 0, count(*) FILTER (WHERE new_plan = 'premium'),
        count(*) FILTER (WHERE new_plan = 'free') FROM plan_changes GROUP BY 1
    )
    SELECT day, sum(active)::int AS active_users, sum(registered)::int AS registrations, sum(uploaded)::int AS uploads,
      sum(shared)::int AS shares, sum(upgraded)::int AS upgrades, sum(downgraded)::int AS downgrades
    FROM counted WHERE day < statistics_until() GROUP BY day;
  CREATE UNIQUE INDEX business_statistics_key ON business_statistics (day);

  INSERT INTO statistics_refreshes (name, until)
    SELECT name, statistics_until() FROM unnest(ARRAY['cv_statistics', 'business_statistics']) AS name;

  -- Reads go on meanwhile. Runs as the owner, who alone may refresh; with memory for sorting, since it is one at a time.
  CREATE FUNCTION refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '128MB' AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(7246013);
    REFRESH MATERIALIZED VIEW CONCURRENTLY cv_statistics;
    REFRESH MATERIALIZED VIEW CONCURRENTLY business_statistics;
    UPDATE statistics_refreshes SET until = statistics_until(), refreshed_at = now();
  END $$;
`;
