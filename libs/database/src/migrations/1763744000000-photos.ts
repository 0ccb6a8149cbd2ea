import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of CVs. The files lie in object storage; a version of the document says which of them it shows. */
export class Photos1763744000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cv_photos (
        user_id uuid NOT NULL,
        cv_id uuid NOT NULL,
        hash text NOT NULL,
        folder uuid NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        sizes integer[] NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, cv_id, hash),
        FOREIGN KEY (user_id, cv_id) REFERENCES cvs (user_id, id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cv_photos');
  }
}
