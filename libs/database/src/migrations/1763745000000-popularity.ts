import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views come in the order of their time, so a summary per range of pages finds those of the last days, and costs next to nothing. */
export class Popularity1763745000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX view_events_at ON view_events USING brin (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX view_events_at');
  }
}
