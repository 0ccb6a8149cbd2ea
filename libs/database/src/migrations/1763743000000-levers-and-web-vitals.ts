import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators have set, who set it and why; and how fast pages were for those who looked at them. */
export class LeversAndWebVitals1763743000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only levers that somebody has changed.
      CREATE TABLE levers (
        name text PRIMARY KEY,
        value jsonb NOT NULL
      );

      -- Never deleted: the highest id is the revision of the levers. Who made a change may go, the change stays.
      CREATE TABLE lever_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz(3) NOT NULL DEFAULT now(),
        user_id uuid REFERENCES users (id) ON DELETE SET NULL,
        name text NOT NULL,
        old_value jsonb NOT NULL,
        new_value jsonb NOT NULL,
        reason text NOT NULL
      );
      CREATE INDEX lever_changes_user ON lever_changes (user_id) WHERE user_id IS NOT NULL;

      -- Nothing that tells people apart: neither address nor browser nor session.
      CREATE TABLE web_vitals (
        at timestamptz(3) NOT NULL,
        page text NOT NULL,
        metric text NOT NULL,
        value real NOT NULL,
        device text NOT NULL,
        connection text NOT NULL
      ) PARTITION BY RANGE (at);
      CREATE INDEX web_vitals_at ON web_vitals (at);
      CREATE TABLE web_vitals_default PARTITION OF web_vitals DEFAULT;
      SELECT prepare_partitions('web_vitals', 3);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE web_vitals, lever_changes, levers');
  }
}
