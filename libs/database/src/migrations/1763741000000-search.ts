import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As many as the other tables that are partitioned by a hash of their owner have. */
const PARTITIONS = 16;

/** Languages whose words are reduced to their stems, and Postgres's name of each. */
const LANGUAGES = { en: 'english', de: 'german', fr: 'french', it: 'italian', es: 'spanish' } as const;

/** What search reads: a row for each CV, and one, without what is masked, for each public profile. */
export class Search1763741000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS unaccent; CREATE EXTENSION IF NOT EXISTS pg_trgm;');
    await runner.query(SIMPLE);
    for (const [language, name] of Object.entries(LANGUAGES)) await runner.query(configuration(language, name));
    await runner.query(FUNCTIONS);
    await runner.query(TABLES);
    for (let remainder = 0; remainder < PARTITIONS; remainder++) {
      await runner.query(
        `CREATE TABLE cv_search_p${remainder} PARTITION OF cv_search FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${remainder})`,
      );
    }
    await runner.query(TRIGGERS);
  }

  /** The extensions stay: they may have been there before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER cvs_search ON cvs;
      DROP TRIGGER publications_search ON publications;
      DROP FUNCTION drop_outdated_cv_search(), drop_outdated_profile_search(), search_vector(text, text[], text[]);
      DROP TABLE search_words, search_backlog, profile_search, cv_search;
      DROP FUNCTION search_query(text, text[]), search_configuration(text), search_language(text);
      DROP TEXT SEARCH CONFIGURATION discover_simple;
    `);
    for (const language of Object.keys(LANGUAGES)) {
      await runner.query(`
        DROP TEXT SEARCH CONFIGURATION discover_${language};
        DROP TEXT SEARCH DICTIONARY discover_stop_${language};
      `);
    }
  }
}

const SIMPLE = `
  CREATE TEXT SEARCH CONFIGURATION discover_simple (COPY = simple);
  ALTER TEXT SEARCH CONFIGURATION discover_simple
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH unaccent, simple;
`;

/** Stop words first, since they are spelt with their accents («für»); then accents off; then the stem. */
function configuration(language: string, name: string): string {
  return `
    CREATE TEXT SEARCH DICTIONARY discover_stop_${language} (TEMPLATE = simple, STOPWORDS = ${name}, ACCEPT = false);
    CREATE TEXT SEARCH CONFIGURATION discover_${language} (COPY = ${name});
    ALTER TEXT SEARCH CONFIGURATION discover_${language}
      ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
      WITH discover_stop_${language}, unaccent, ${name}_stem;
  `;
}

const FUNCTIONS = `
  -- Which of the languages above a CV is searched in; the empty one stands for all others.
  CREATE FUNCTION search_language(language text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE WHEN split_part(lower(language), '-', 1) IN (${Object.keys(LANGUAGES)
      .map((language) => `'${language}'`)
      .join(', ')}) THEN split_part(lower(language), '-', 1) ELSE '' END;

  -- Not a column of type regconfig: that would stand in the way of pg_upgrade.
  CREATE FUNCTION search_configuration(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE search_language(language)
      ${Object.keys(LANGUAGES)
        .map((language) => `WHEN '${language}' THEN 'discover_${language}'::regconfig`)
        .join(' ')}
      ELSE 'discover_simple'::regconfig
    END;

  -- Four texts, the most telling first, and terms to filter by, which are taken as they are.
  CREATE FUNCTION search_vector(language text, texts text[], terms text[]) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    setweight(to_tsvector(search_configuration(language), texts[1]), 'A')
    || setweight(to_tsvector(search_configuration(language), texts[2]), 'B')
    || setweight(to_tsvector(search_configuration(language), texts[3]), 'C')
    || setweight(to_tsvector(search_configuration(language), texts[4]), 'D')
    || array_to_tsvector(terms || ('c:' || search_language(language)));

  -- What somebody typed, as it reads in each of these languages and for CVs of that language: what is no word worth looking
  -- for in one («c» in French) is one in others. Null if there is nothing to look for. What reads the same in all of them,
  -- as most names do, is looked up once for all.
  CREATE FUNCTION search_query(words text, languages text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
    SELECT string_agg(
      CASE WHEN spoken = cardinality(languages) THEN reading ELSE format('(%s) & (%s)', reading, marks) END, ' | '
    )::tsquery
    FROM (
      SELECT query::text AS reading, count(*) AS spoken, string_agg(format('''c:%s''', search_language(language)), ' | ') AS marks
      FROM unnest(languages) language, websearch_to_tsquery(search_configuration(language), words) query
      WHERE querytree(query) NOT IN ('', 'T') GROUP BY query::text
    ) AS readings
  );
`;

/** Rows are kept short, with the long columns beside them: a common word makes Postgres read very many. */
const TABLES = `
  CREATE TABLE cv_search (
    user_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    revision integer NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    language text,
    facets text[] NOT NULL,
    shown json NOT NULL,
    vector tsvector NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (user_id, cv_id),
    FOREIGN KEY (user_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
  ) PARTITION BY HASH (user_id);

  CREATE TABLE profile_search (
    owner_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    revision integer NOT NULL,
    publication_revision integer NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    language text,
    facets text[] NOT NULL,
    shown json NOT NULL,
    vector tsvector NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (owner_id, cv_id),
    FOREIGN KEY (owner_id, cv_id) REFERENCES publications (owner_id, cv_id) ON DELETE CASCADE
  ) WITH (toast_tuple_target = 512);
  CREATE INDEX profile_search_vector ON profile_search USING gin (vector);
  CREATE INDEX profile_search_newest ON profile_search (updated_at DESC, cv_id DESC);

  -- CVs whose rows above are missing: those of before, and those that a release wrote which knows nothing of search.
  CREATE TABLE search_backlog (
    user_id uuid NOT NULL,
    cv_id uuid NOT NULL,
    since timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, cv_id),
    FOREIGN KEY (user_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
  );
  CREATE INDEX search_backlog_oldest ON search_backlog (since);

  -- Words of public profiles, to find what a misspelt one was meant to be.
  CREATE TABLE search_words (
    word text PRIMARY KEY,
    spelling text NOT NULL
  );
  CREATE INDEX search_words_trigrams ON search_words USING gist (word gist_trgm_ops);
`;

/**
 * At the commit, whatever release wrote: what does not stem from the present revisions is taken out of search, and waits
 * in the backlog to be put in anew. So nothing can be found by what its owner has removed, masked or withdrawn.
 */
const TRIGGERS = `
  CREATE FUNCTION drop_outdated_cv_search() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM cv_search s WHERE s.user_id = NEW.user_id AND s.cv_id = NEW.id
      AND (s.revision < NEW.revision OR s.revision = NEW.revision AND NEW.deleted_at IS NOT NULL);
    DELETE FROM profile_search s WHERE s.owner_id = NEW.user_id AND s.cv_id = NEW.id
      AND (s.revision < NEW.revision OR s.revision = NEW.revision AND NEW.deleted_at IS NOT NULL);
    IF EXISTS (SELECT FROM cvs c WHERE c.user_id = NEW.user_id AND c.id = NEW.id AND c.deleted_at IS NULL) AND (
      NOT EXISTS (SELECT FROM cv_search s WHERE s.user_id = NEW.user_id AND s.cv_id = NEW.id)
      OR EXISTS (SELECT FROM publications p WHERE p.owner_id = NEW.user_id AND p.cv_id = NEW.id AND p.visibility = 'public')
        AND NOT EXISTS (SELECT FROM profile_search s WHERE s.owner_id = NEW.user_id AND s.cv_id = NEW.id)
    ) THEN
      INSERT INTO search_backlog (user_id, cv_id) VALUES (NEW.user_id, NEW.id) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER cvs_search AFTER INSERT OR UPDATE ON cvs
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION drop_outdated_cv_search();

  CREATE FUNCTION drop_outdated_profile_search() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM profile_search s WHERE s.owner_id = NEW.owner_id AND s.cv_id = NEW.cv_id
      AND (s.publication_revision < NEW.revision OR s.publication_revision = NEW.revision AND NEW.visibility <> 'public');
    IF NEW.visibility = 'public'
      AND NOT EXISTS (SELECT FROM profile_search s WHERE s.owner_id = NEW.owner_id AND s.cv_id = NEW.cv_id)
      AND EXISTS (SELECT FROM cvs c WHERE c.user_id = NEW.owner_id AND c.id = NEW.cv_id AND c.deleted_at IS NULL)
    THEN
      INSERT INTO search_backlog (user_id, cv_id) VALUES (NEW.owner_id, NEW.cv_id) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER publications_search AFTER INSERT OR UPDATE ON publications
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION drop_outdated_profile_search();
`;
