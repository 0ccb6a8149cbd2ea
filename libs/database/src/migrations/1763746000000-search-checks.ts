import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mostly whoever changed a CV has put it into search as well, and the CV is nobody's profile: the trigger at the commit then sees
 * so by one statement instead of three. In all else it does as before.
 */
export class SearchChecks1763746000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      dropOutdated(`
        IF NEW.deleted_at IS NULL
          AND EXISTS (SELECT FROM cv_search s WHERE s.user_id = NEW.user_id AND s.cv_id = NEW.id AND s.revision >= NEW.revision)
          AND NOT EXISTS (SELECT FROM publications p WHERE p.owner_id = NEW.user_id AND p.cv_id = NEW.id)
        THEN RETURN NULL; END IF;`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropOutdated(''));
  }
}

/** The function as the migration of search made it, behind `check`. */
function dropOutdated(check: string): string {
  return `
    CREATE OR REPLACE FUNCTION drop_outdated_cv_search() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN${check}
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
  `;
}
