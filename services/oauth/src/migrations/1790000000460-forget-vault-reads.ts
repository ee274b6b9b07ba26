import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const runtimeRole = `regexp_replace(current_user, '_owner$', '_app')`;

/** The record of opened secrets ends. What is young nobody can take out of it, whatever they made of the service. */
export class ForgetVaultReads1790000000460 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX vault_reads_age ON vault_reads (read_at);
      CREATE POLICY young_rows_stay ON vault_reads AS RESTRICTIVE FOR DELETE
        USING (read_at < now() - interval '90 days');
      DO $$ BEGIN EXECUTE format('GRANT DELETE ON vault_reads TO %I', ${runtimeRole}); END $$;
    `);
    await allowRouting(db, 'vault_reads', ['id', 'org_id', 'read_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        EXECUTE format('REVOKE DELETE ON vault_reads FROM %I', ${runtimeRole});
        EXECUTE format('REVOKE SELECT (id, org_id, read_at) ON vault_reads FROM %I',
                       regexp_replace(current_user, '_owner$', '_router'));
      END $$;
      DROP POLICY routing ON vault_reads;
      DROP POLICY young_rows_stay ON vault_reads;
      DROP INDEX vault_reads_age;
    `);
  }
}
