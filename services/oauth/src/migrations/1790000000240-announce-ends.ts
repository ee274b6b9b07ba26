import { addWorkLease } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told about the end of a grant, and when there is the next thing to tell. */
export class AnnounceEnds1790000000240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX grants_expiring;
      ALTER TABLE grants
        DROP COLUMN expiring_due_at,
        -- the end that consumers know of
        ADD COLUMN told_ends_at timestamptz,
        -- the last step of the ladder that was taken for it: days left, -1 for the end itself
        ADD COLUMN told_step smallint;
      -- how often in a row the platform said that the account is gone
      ALTER TABLE verifications ADD COLUMN gone_seen integer NOT NULL DEFAULT 0;
      -- the sweep looks at every grant that lives
      CREATE INDEX grants_live ON grants (platform) WHERE state = 'live';
    `);
    await addWorkLease(db, { table: 'grants', prefix: 'expiring_' });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX grants_live;
      ALTER TABLE verifications DROP COLUMN gone_seen;
      ALTER TABLE grants DROP COLUMN told_ends_at, DROP COLUMN told_step, DROP COLUMN expiring_due_at,
        DROP COLUMN expiring_lease_until, DROP COLUMN expiring_lease_epoch, DROP COLUMN expiring_attempts,
        DROP COLUMN expiring_last_error;
      ALTER TABLE grants ADD COLUMN expiring_due_at timestamptz;
      CREATE INDEX grants_expiring ON grants (expiring_due_at) WHERE expiring_due_at IS NOT NULL;
    `);
  }
}
