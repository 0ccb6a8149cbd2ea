import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs that are many documents, and jobs that gather all that there is of a person. */
export class BatchesAndExports1763700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE jobs ADD COLUMN batch_id uuid REFERENCES jobs (id) ON DELETE CASCADE;
      ALTER TABLE jobs DROP CONSTRAINT jobs_state_check;
      ALTER TABLE jobs ADD CONSTRAINT jobs_state_check
        CHECK (state IN ('receiving', 'queued', 'active', 'succeeded', 'failed', 'cancelled'));
      CREATE INDEX jobs_batch ON jobs (batch_id, id) WHERE batch_id IS NOT NULL;
      CREATE INDEX jobs_receiving ON jobs (created_at) WHERE state = 'receiving';
      CREATE UNIQUE INDEX jobs_one_export ON jobs (user_id) WHERE kind = 'account.export' AND state IN ('queued', 'active');
      -- The outbox also carries work that has rows elsewhere, such as deliveries.
      ALTER TABLE outbox DROP CONSTRAINT outbox_job_id_fkey;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM outbox WHERE job_id NOT IN (SELECT id FROM jobs);
      ALTER TABLE outbox ADD CONSTRAINT outbox_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE;
      DROP INDEX jobs_one_export, jobs_receiving, jobs_batch;
      DELETE FROM jobs WHERE state = 'receiving';
      ALTER TABLE jobs DROP CONSTRAINT jobs_state_check;
      ALTER TABLE jobs ADD CONSTRAINT jobs_state_check
        CHECK (state IN ('queued', 'active', 'succeeded', 'failed', 'cancelled'));
      ALTER TABLE jobs DROP COLUMN batch_id;
    `);
  }
}
