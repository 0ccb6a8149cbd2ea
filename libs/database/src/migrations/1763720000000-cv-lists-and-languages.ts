import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As many as the other tables that are partitioned by a hash of their owner have. */
const PARTITIONS = 16;

/** Lists of CVs by title, status, language and deletion; translations of CVs. */
export class CvListsAndLanguages1763720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX cvs_by_title ON cvs (user_id, title COLLATE "und-x-icu", id) WHERE deleted_at IS NULL;
      CREATE INDEX cvs_by_status ON cvs (user_id, status, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
      CREATE INDEX cvs_by_language ON cvs (user_id, language, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
      CREATE INDEX cvs_deleted_of ON cvs (user_id, deleted_at DESC) WHERE deleted_at IS NOT NULL;

      CREATE TABLE cv_translations (
        user_id uuid NOT NULL,
        cv_id uuid NOT NULL,
        language text NOT NULL,
        texts json NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, cv_id, language),
        FOREIGN KEY (user_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
      ) PARTITION BY HASH (user_id);
    `);
    for (let remainder = 0; remainder < PARTITIONS; remainder++) {
      await runner.query(
        `CREATE TABLE cv_translations_p${remainder} PARTITION OF cv_translations FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${remainder})`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE cv_translations;
      DROP INDEX cvs_by_title, cvs_by_status, cvs_by_language, cvs_deleted_of;
    `);
  }
}
