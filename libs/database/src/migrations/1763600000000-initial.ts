import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Number of partitions of what belongs to a person: enough to spread 10 million people over servers later, few to plan. */
const PARTITIONS = 16;

/** Tables that are partitioned by a hash of their owner. */
const OWNED = ['cvs', 'cv_versions', 'cv_readings'];

export class Initial1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        email text NOT NULL CHECK (email = lower(email)),
        name text NOT NULL,
        password_hash text NOT NULL,
        role text NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'admin')),
        plan text NOT NULL DEFAULT 'free' CHECK (plan IN ('free', 'premium')),
        home_region text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        deleted_at timestamptz(3)
      );
      CREATE UNIQUE INDEX users_email ON users (email) WHERE deleted_at IS NULL;

      CREATE TABLE sessions (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        refresh_hash bytea NOT NULL,
        used_hashes bytea[] NOT NULL DEFAULT '{}',
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3)
      );
      CREATE INDEX sessions_user ON sessions (user_id);
      CREATE INDEX sessions_expiry ON sessions (expires_at);

      CREATE TABLE cvs (
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        id uuid NOT NULL DEFAULT uuidv7(),
        title text NOT NULL,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'final', 'archived')),
        language text,
        document json NOT NULL,
        version integer NOT NULL DEFAULT 1,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        deleted_at timestamptz(3),
        PRIMARY KEY (user_id, id)
      ) PARTITION BY HASH (user_id);
      CREATE INDEX cvs_by_change ON cvs (user_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
      CREATE INDEX cvs_by_age ON cvs (user_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
      CREATE INDEX cvs_deleted ON cvs (deleted_at) WHERE deleted_at IS NOT NULL;

      CREATE TABLE cv_versions (
        user_id uuid NOT NULL,
        cv_id uuid NOT NULL,
        version integer NOT NULL,
        document json NOT NULL,
        cause text NOT NULL CHECK (cause IN ('created', 'imported', 'replaced', 'patched', 'restored')),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, cv_id, version),
        FOREIGN KEY (user_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
      ) PARTITION BY HASH (user_id);

      CREATE TABLE files (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        key text NOT NULL UNIQUE,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX files_user ON files (user_id);

      CREATE TABLE cv_readings (
        user_id uuid NOT NULL,
        cv_id uuid NOT NULL,
        version integer NOT NULL,
        file_id uuid NOT NULL REFERENCES files (id) ON DELETE CASCADE,
        reading json NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, cv_id, version),
        FOREIGN KEY (user_id, cv_id, version) REFERENCES cv_versions (user_id, cv_id, version) ON DELETE CASCADE
      ) PARTITION BY HASH (user_id);
      CREATE INDEX cv_readings_file ON cv_readings (file_id);

      CREATE TABLE jobs (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        kind text NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'active', 'succeeded', 'failed', 'cancelled')),
        priority integer NOT NULL,
        input json NOT NULL,
        result json,
        error_code text,
        error_message text,
        progress integer NOT NULL DEFAULT 0,
        fence integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        started_at timestamptz(3),
        finished_at timestamptz(3),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX jobs_unfinished ON jobs (id) INCLUDE (updated_at) WHERE state IN ('queued', 'active');
      CREATE INDEX jobs_user ON jobs (user_id, id DESC);
      CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;

      CREATE TABLE outbox (
        job_id uuid PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
        queue text NOT NULL,
        name text NOT NULL,
        payload json NOT NULL,
        priority integer NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
    `);
    for (const table of OWNED) {
      for (let remainder = 0; remainder < PARTITIONS; remainder++) {
        await runner.query(
          `CREATE TABLE ${table}_p${remainder} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${remainder})`,
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox, jobs, cv_readings, files, cv_versions, cvs, sessions, users');
  }
}
