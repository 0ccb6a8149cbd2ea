import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees what of a CV: shares, public profiles, comments; and how often it is looked at. */
export class Sharing1763712000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SHARES);
    await runner.query(PUBLICATIONS);
    await runner.query(VIEWS);
    await runner.query(KPIS);
    await runner.query('SELECT prepare_view_partitions(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER users_plan_change ON users;
      DROP FUNCTION record_plan_change(), prepare_view_partitions(integer);
      DROP INDEX users_created, files_created;
      DROP TABLE plan_changes, daily_template_use, daily_activity, view_events, publication_slugs, publications, comments, shares;
    `);
  }
}

const SHARES = `
  CREATE TABLE shares (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    owner_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    permission text NOT NULL CHECK (permission IN ('view', 'comment', 'edit')),
    email text CHECK (email = lower(email)),
    recipient_id uuid REFERENCES users (id) ON DELETE CASCADE,
    token_hash bytea UNIQUE,
    label text,
    password_hash text,
    version integer,
    mask text[] NOT NULL DEFAULT '{}',
    expires_at timestamptz(3),
    max_views integer CHECK (max_views > 0),
    notify_first_open boolean NOT NULL DEFAULT false,
    views integer NOT NULL DEFAULT 0,
    downloads integer NOT NULL DEFAULT 0,
    first_opened_at timestamptz(3),
    last_opened_at timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    revoked_at timestamptz(3),
    FOREIGN KEY (owner_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE,
    CONSTRAINT share_is_for_a_person_or_a_link CHECK ((email IS NULL) <> (token_hash IS NULL)),
    CONSTRAINT links_are_for_viewing CHECK (token_hash IS NULL OR permission = 'view')
  );
  CREATE UNIQUE INDEX shares_person ON shares (cv_id, email) WHERE email IS NOT NULL AND revoked_at IS NULL;
  CREATE INDEX shares_cv ON shares (owner_id, cv_id, id);
  CREATE INDEX shares_invited ON shares (email, id) WHERE recipient_id IS NULL AND revoked_at IS NULL;
  CREATE INDEX shares_recipient ON shares (recipient_id, id);
  CREATE INDEX shares_created ON shares USING brin (created_at);

  CREATE TABLE comments (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    owner_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    author_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    pointer text,
    text text NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (owner_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
  );
  CREATE INDEX comments_cv ON comments (owner_id, cv_id, id);
  CREATE INDEX comments_author ON comments (author_id);
`;

const PUBLICATIONS = `
  CREATE TABLE publications (
    owner_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    slug text NOT NULL UNIQUE,
    visibility text NOT NULL CHECK (visibility IN ('private', 'unlisted', 'public')),
    template text NOT NULL,
    mask text[] NOT NULL DEFAULT '{}',
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (owner_id, cv_id),
    FOREIGN KEY (owner_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
  );

  -- Every slug that a profile has or had: an old one leads to the profile, and to nobody else's.
  CREATE TABLE publication_slugs (
    slug text PRIMARY KEY,
    owner_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    used_at timestamptz(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (owner_id, cv_id) REFERENCES publications (owner_id, cv_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
  );
  CREATE INDEX publication_slugs_cv ON publication_slugs (owner_id, cv_id, used_at);
`;

/** No address and no name of a visitor: \`visitor\` is a hash under a salt that lives for one day. */
const VIEWS = `
  CREATE TABLE view_events (
    at timestamptz(3) NOT NULL,
    owner_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('page', 'json', 'link', 'download')),
    source text,
    visitor bytea NOT NULL,
    FOREIGN KEY (owner_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
  ) PARTITION BY RANGE (at);
  CREATE INDEX view_events_cv ON view_events (owner_id, cv_id, at);
  CREATE TABLE view_events_default PARTITION OF view_events DEFAULT;

  -- Makes the partitions of this month and the next ones. What fell into the default partition meanwhile moves over.
  -- Runs as its owner, so that only the migrator needs the right to make tables.
  CREATE FUNCTION prepare_view_partitions(months integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    first timestamptz;
    next timestamptz;
    name text;
    made integer := 0;
  BEGIN
    PERFORM pg_advisory_xact_lock(7246012);
    FOR ahead IN 0..months LOOP
      first := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead)) AT TIME ZONE 'UTC';
      next := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead + 1)) AT TIME ZONE 'UTC';
      name := 'view_events_' || to_char(first AT TIME ZONE 'UTC', 'YYYY_MM');
      CONTINUE WHEN to_regclass(name) IS NOT NULL;
      EXECUTE format('CREATE TABLE %I (LIKE view_events INCLUDING CONSTRAINTS)', name);
      EXECUTE format(
        'WITH moved AS (DELETE FROM view_events_default WHERE at >= %L AND at < %L RETURNING at, owner_id, cv_id, kind, source, visitor)
         INSERT INTO %I (at, owner_id, cv_id, kind, source, visitor) SELECT at, owner_id, cv_id, kind, source, visitor FROM moved',
        first, next, name);
      EXECUTE format('ALTER TABLE view_events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, first, next);
      made := made + 1;
    END LOOP;
    RETURN made;
  END $$;
`;

const KPIS = `
  CREATE TABLE daily_activity (
    day date NOT NULL,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (day, user_id)
  );
  CREATE INDEX daily_activity_user ON daily_activity (user_id);

  CREATE TABLE daily_template_use (
    day date NOT NULL,
    template text NOT NULL,
    uses integer NOT NULL,
    PRIMARY KEY (day, template)
  );

  CREATE TABLE plan_changes (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    old_plan text NOT NULL,
    new_plan text NOT NULL,
    at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX plan_changes_user ON plan_changes (user_id);
  CREATE INDEX plan_changes_at ON plan_changes (at);
  CREATE INDEX users_created ON users USING brin (created_at);
  CREATE INDEX files_created ON files USING brin (created_at);

  -- A trigger, so that no way to change a plan can forget to tell.
  CREATE FUNCTION record_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO plan_changes (user_id, old_plan, new_plan) VALUES (NEW.id, OLD.plan, NEW.plan);
    RETURN NULL;
  END $$;
  CREATE TRIGGER users_plan_change AFTER UPDATE OF plan ON users
    FOR EACH ROW WHEN (OLD.plan IS DISTINCT FROM NEW.plan) EXECUTE FUNCTION record_plan_change();
`;
