import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every CV that there is waits to be put into search. A migration of its own: the one before has made triggers, and with
 * them locked `cvs` against writing until its commit; this one takes long and locks nothing.
 */
export class SearchBacklog1763741100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'INSERT INTO search_backlog (user_id, cv_id) SELECT user_id, id FROM cvs WHERE deleted_at IS NULL ON CONFLICT DO NOTHING',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM search_backlog');
  }
}
