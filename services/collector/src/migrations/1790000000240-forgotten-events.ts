import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told of an account is forgotten with its data: among a week of posts its events have to be found. */
export class ForgottenEvents1790000000240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX outbox_aggregate_idx ON outbox (aggregateid)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX outbox_aggregate_idx');
  }
}
