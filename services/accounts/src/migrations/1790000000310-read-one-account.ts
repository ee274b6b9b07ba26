import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hot read in one round trip: a tenant's transaction costs four (BEGIN, set_config, SELECT, COMMIT). plpgsql, since
 * it promises the order of its statements, which one SQL statement does not. The caller's rights and the policies apply.
 */
export class ReadOneAccount1790000000310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION read_social_account(organisation uuid, account uuid) RETURNS SETOF social_accounts
      LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.org_id', organisation::text, true);
        RETURN QUERY SELECT * FROM social_accounts WHERE id = account AND reserved_until IS NULL;
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION read_social_account(uuid, uuid)');
  }
}
