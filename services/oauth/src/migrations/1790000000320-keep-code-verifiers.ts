import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sealed; only attempts at platforms with PKCE have one, and only until their code is exchanged. */
export class KeepCodeVerifiers1790000000320 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE connect_transactions ADD COLUMN sealed_verifier text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE connect_transactions DROP COLUMN sealed_verifier');
  }
}
