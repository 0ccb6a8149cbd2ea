import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Idempotency1763711000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        id bytea PRIMARY KEY,
        user_id uuid REFERENCES users (id) ON DELETE CASCADE,
        request_hash bytea NOT NULL,
        lease uuid NOT NULL,
        leased_until timestamptz(3) NOT NULL,
        steps bytea[] NOT NULL DEFAULT '{}',
        answer bytea,
        content_hash bytea,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_at);
      CREATE INDEX idempotency_keys_user ON idempotency_keys (user_id) WHERE user_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
  }
}
