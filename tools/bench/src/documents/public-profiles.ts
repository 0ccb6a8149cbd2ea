import { indexBacklog, type Database } from '@discover/database';

import { profile } from './profiles.js';

const BATCH = 500;
/** Put into search at once: as many as two cores have use for. */
const INDEXERS = 2;

/**
 * So many public profiles, each of a person of its own, straight into the database: by the API they would take an hour. What
 * search has of them is made as it is for CVs from before there was search. Answers how many a second that was.
 */
export async function publishProfiles(database: Database, count: number, signal: AbortSignal): Promise<number> {
  for (let first = 0; first < count; first += BATCH) {
    signal.throwIfAborted();
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => first + index);
    await insertProfiles(database, numbers);
  }
  const started = performance.now();
  const index = async () => {
    while ((await database.transaction(null, (handle) => indexBacklog(handle, BATCH))) > 0) signal.throwIfAborted();
  };
  await Promise.all(Array.from({ length: INDEXERS }, index));
  await database.readPrimary('bench', (handle) => handle.query('bench_analyze', 'VACUUM ANALYZE profile_search'));
  return (count / (performance.now() - started)) * 1000;
}

async function insertProfiles(database: Database, numbers: readonly number[]): Promise<void> {
  const rows = numbers.map((number) => ({ number, ...profile(number) }));
  await database.transaction(null, (handle) =>
    handle.query(
      'bench_profiles',
      `WITH given AS (
         SELECT uuidv7() AS person, uuidv7() AS cv, * FROM json_to_recordset($1::json) AS given(number int, language text, resume json)
       ), people AS (
         INSERT INTO users (id, email, name, password_hash, home_region)
         SELECT person, 'profile-' || number || '@example.org', 'Bench', 'none', 'eu-central' FROM given
       ), made AS (
         INSERT INTO cvs (user_id, id, title, language, document, updated_at)
         SELECT person, cv, 'CV ' || number, language, resume, now() - number * interval '1 minute' FROM given
       ), published AS (
         INSERT INTO publications (owner_id, cv_id, slug, visibility, template)
         SELECT person, cv, 'profile-' || number, 'public', 'classic' FROM given
       )
       INSERT INTO publication_slugs (slug, owner_id, cv_id) SELECT 'profile-' || number, person, cv FROM given`,
      [JSON.stringify(rows)],
    ),
  );
}
