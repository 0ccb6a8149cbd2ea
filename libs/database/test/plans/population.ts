import type { Client } from 'pg';

/** 100,000 CVs of 2,000 people: 45 of each, and 10,000 more of one of them. There are people without any, too. */
const PEOPLE = 2_000;
const OTHERS = 18_000;
const CVS_OF_EACH = 45;
const CVS_OF_ONE = 10_000;

/** Everything that hangs on people and CVs, in numbers that make a sequential scan of it show. */
export async function populate(client: Client): Promise<void> {
  // Without foreign keys being checked, which would take most of the time: what is put in here is sound.
  await client.query('SET session_replication_role = replica');
  for (const statement of STATEMENTS) await client.query(statement);
  await client.query('SET session_replication_role = origin');
  await client.query('SELECT refresh_statistics()');
  await client.query('ANALYZE');
}

const CV = `title, status, language, document, created_at, updated_at, deleted_at`;
const cvOf = (number: string) => `
  'CV ' || ${number}, (ARRAY['draft', 'final', 'archived'])[1 + ${number} % 3], (ARRAY['en', 'de', 'fr', 'it'])[1 + ${number} % 4],
  json_build_object('basics', json_build_object('name', 'Person ' || ${number})),
  now() - ${number} * interval '1 hour', now() - ${number} * interval '1 minute', CASE WHEN ${number} % 20 = 0 THEN now() END`;

const STATEMENTS = [
  `INSERT INTO users (email, name, password_hash, home_region)
   SELECT 'person' || n || '@example.org', 'Person ' || n, 'none', 'eu-central' FROM generate_series(1, ${PEOPLE + OTHERS}) n`,
  `INSERT INTO cvs (user_id, ${CV}) SELECT u.id, ${cvOf('n')} 
   FROM users u, generate_series(1, ${CVS_OF_EACH}) n WHERE substring(u.email FROM '\\d+')::int <= ${PEOPLE}`,
  `INSERT INTO cvs (user_id, ${CV})
   SELECT u.id, ${cvOf('n')} FROM users u, generate_series(1, ${CVS_OF_ONE}) n WHERE u.email = 'person1@example.org'`,
  `INSERT INTO cv_versions (user_id, cv_id, version, document, cause) SELECT user_id, id, 1, document, 'created' FROM cvs`,
  `CREATE TEMPORARY TABLE sampled AS SELECT user_id, id, row_number() OVER (ORDER BY id) AS n FROM cvs WHERE deleted_at IS NULL`,
  `DELETE FROM sampled WHERE n % 5 > 0`,
  `ANALYZE sampled`,
  `INSERT INTO files (id, user_id, key, name, media_type, size, sha256)
   SELECT id, user_id, 'key-' || n, 'cv.pdf', 'application/pdf', 1, 'x' FROM sampled`,
  `INSERT INTO cv_readings (user_id, cv_id, version, file_id, reading) SELECT user_id, id, 1, id, '{}' FROM sampled`,
  `INSERT INTO cv_translations (user_id, cv_id, language, texts) SELECT user_id, id, language, '{}' FROM sampled, unnest(ARRAY['fr', 'it']) language`,
  `INSERT INTO jobs (user_id, kind, state, priority, input, finished_at)
   SELECT user_id, 'cv.import', 'succeeded', 1, json_build_object('fileId', id), now() FROM sampled`,
  `INSERT INTO sessions (user_id, refresh_hash, expires_at) SELECT user_id, '\\x00', now() + interval '1 day' FROM sampled`,
  `INSERT INTO api_keys (user_id, name, secret_hash, scopes) SELECT user_id, 'key', '\\x00', '{parse}' FROM sampled`,
  `INSERT INTO shares (owner_id, cv_id, permission, email, recipient_id)
   SELECT s.user_id, s.id, 'edit', u.email, u.id FROM sampled s JOIN users u ON u.email = 'person' || 1 + s.n % ${PEOPLE} || '@example.org'`,
  `INSERT INTO shares (owner_id, cv_id, permission, token_hash) SELECT user_id, id, 'view', sha256(id::text::bytea) FROM sampled`,
  `INSERT INTO comments (owner_id, cv_id, author_id, text) SELECT user_id, id, user_id, 'x' FROM sampled`,
  `INSERT INTO publications (owner_id, cv_id, slug, visibility, template) SELECT user_id, id, 'slug-' || n, 'public', 'classic' FROM sampled`,
  `INSERT INTO publication_slugs (slug, owner_id, cv_id) SELECT 'slug-' || n, user_id, id FROM sampled`,
  `INSERT INTO cv_search (user_id, cv_id, revision, updated_at, language, facets, shown, vector, body)
   SELECT user_id, id, 1, updated_at, language, '{}', '{}', to_tsvector('simple', title) || array_to_tsvector(ARRAY['l:' || language]), title
   FROM cvs WHERE deleted_at IS NULL`,
  `INSERT INTO profile_search (owner_id, cv_id, revision, publication_revision, updated_at, language, facets, shown, vector, body)
   SELECT user_id, cv_id, 1, 1, updated_at, language, facets, json_build_object('name', repeat('x', 400)), vector, body FROM cv_search JOIN sampled s USING (user_id) WHERE cv_id = s.id`,
  `INSERT INTO search_words (word, spelling) SELECT 'word' || id, 'Word' FROM sampled`,
  `INSERT INTO search_backlog (user_id, cv_id) SELECT user_id, id FROM sampled`,
  `INSERT INTO view_events (at, owner_id, cv_id, kind, visitor)
   SELECT now() - hours * interval '1 hour', user_id, id, 'page', '\\x00' FROM sampled, generate_series(1, 4) hours`,
  `INSERT INTO webhooks (id, user_id, url, events, secret)
   SELECT DISTINCT ON (user_id) id, user_id, 'https://example.org', '{cv.updated}'::text[], 'x' FROM sampled`,
  `INSERT INTO events (id, user_id, type, subject_id, data) SELECT id, user_id, 'cv.updated', id, '{}' FROM sampled`,
  `INSERT INTO webhook_deliveries (webhook_id, event_id, state)
   SELECT w.id, e.id, 'delivered' FROM events e JOIN webhooks w ON w.user_id = e.user_id`,
  `INSERT INTO idempotency_keys (id, user_id, request_hash, lease, leased_until, expires_at)
   SELECT sha256(id::text::bytea), user_id, '\\x00', id, now(), now() + interval '1 day' FROM sampled`,
  // As many as nine schedules leave in 90 days, every quarter of an hour.
  `INSERT INTO job_runs (job, queue, queue_job_id, schedule_id, scheduled_for, trigger, state, attempts, started_at, ended_at, duration_ms)
   SELECT 'job.' || n, 'maintenance', n || '-' || times, 'schedule-' || n, now() - times * interval '15 minutes', 'schedule',
     CASE WHEN times % 100 = 0 THEN 'failed' ELSE 'succeeded' END, 1, now(), now(), 5
   FROM generate_series(1, 9) n, generate_series(1, 8640) times`,
  `INSERT INTO job_schedules (id, cron) SELECT 'schedule-' || n, '0 0 * * *' FROM generate_series(1, 9) n`,
  `INSERT INTO query_releases (release, first_at) VALUES ('release-1', now() - interval '30 days'), ('release-2', now() - interval '2 days')`,
  `INSERT INTO query_statistics (hour, release, service, query, server, calls, slow, total_ms, max_ms, repeated_requests, most_repeats, buckets)
   SELECT date_trunc('hour', now()) - hours * interval '1 hour', CASE WHEN hours < 48 THEN 'release-2' ELSE 'release-1' END, 'api', 'query_' || n,
     'primary', 1000, 1, 5000, 200, 0, 0, array_fill(0::bigint, ARRAY[20]) || 1000::bigint
   FROM generate_series(0, 719) hours, generate_series(1, 50) n`,
  `INSERT INTO slow_statements (query, release) SELECT 'query_' || n, 'release-' || r FROM generate_series(1, 50) n, generate_series(1, 2) r`,
  `INSERT INTO slow_queries (at, query, release, service, server, duration_ms, waited)
   SELECT now() - hours * interval '1 hour', 'query_' || n, CASE WHEN hours < 48 THEN 'release-2' ELSE 'release-1' END, 'api', 'primary', 200, false
   FROM generate_series(0, 719) hours, generate_series(1, 50) n`,
  `INSERT INTO daily_activity (day, user_id) SELECT current_date - days, id FROM users, generate_series(0, 9) days`,
];
