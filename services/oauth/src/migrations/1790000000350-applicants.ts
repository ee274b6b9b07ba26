import type { MigrationInterface, QueryRunner } from 'typeorm';

const starters = ['influencer', 'link'];
const proofs = ['signed_in', 'code', 'known_account'];

/** Somebody who fills in an application connects accounts, too. */
export class Applicants1790000000350 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allow(db, [...starters, 'applicant'], [...proofs, 'applicant']);
  }

  async down(db: QueryRunner): Promise<void> {
    // What an older version does not know ends by itself within a day; its rows would not fit.
    await db.query('ALTER TABLE connect_transactions NO FORCE ROW LEVEL SECURITY');
    await db.query(`DELETE FROM connect_transactions WHERE starter_kind = 'applicant'`);
    await db.query('ALTER TABLE connect_transactions FORCE ROW LEVEL SECURITY');
    await allow(db, starters, proofs);
  }
}

async function allow(db: QueryRunner, kinds: string[], known: string[]): Promise<void> {
  const list = (values: string[]) => values.map((value) => `'${value}'`).join(', ');
  await db.query(`
    ALTER TABLE connect_transactions
      DROP CONSTRAINT connect_transactions_starter_kind_check, DROP CONSTRAINT connect_transactions_proof_check,
      ADD CONSTRAINT connect_transactions_starter_kind_check CHECK (starter_kind IN (${list(kinds)})),
      ADD CONSTRAINT connect_transactions_proof_check CHECK (proof IN (${list(known)}))`);
}
