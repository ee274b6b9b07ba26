import type { MigrationInterface, QueryRunner } from 'typeorm';

const statuses = (open: string) => `('PENDING', 'EXCHANGING', '${open}', 'CONFIRMING', 'DONE', 'FAILED')`;

/** An attempt past consent is called what people see; it knows what it cost other accounts and who was left out. */
export class FinishSetup1790000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE connect_transactions DROP CONSTRAINT connect_transactions_status_check;
      UPDATE connect_transactions SET status = 'SETUP_UNFINISHED' WHERE status = 'CHOOSE';
      ALTER TABLE connect_transactions
        ADD CONSTRAINT connect_transactions_status_check CHECK (status IN ${statuses('SETUP_UNFINISHED')}),
        ADD COLUMN left_out jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN lost_sibling_ids uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE connect_transactions DROP COLUMN lost_sibling_ids, DROP COLUMN left_out,
        DROP CONSTRAINT connect_transactions_status_check;
      UPDATE connect_transactions SET status = 'CHOOSE' WHERE status = 'SETUP_UNFINISHED';
      ALTER TABLE connect_transactions
        ADD CONSTRAINT connect_transactions_status_check CHECK (status IN ${statuses('CHOOSE')})`);
  }
}
