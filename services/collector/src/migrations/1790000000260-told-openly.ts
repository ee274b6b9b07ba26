import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a feed was last told something without a grant, also by a reading that broke off: public figures have their limit from then. */
export class ToldOpenly1790000000260 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const force = (how: 'FORCE' | 'NO FORCE') =>
      ['feeds', 'profiles', 'posts'].map((table) => `ALTER TABLE ${table} ${how} ROW LEVEL SECURITY;`).join('\n');
    // Rows are hidden from the owner of the tables, too.
    await db.query(`
      ALTER TABLE feeds ADD COLUMN told_openly_at timestamptz;
      ${force('NO FORCE')}
      UPDATE feeds f SET told_openly_at = greatest(collected_at,
               (SELECT max(p.collected_at) FROM profiles p WHERE p.account_id = f.id),
               (SELECT max(p.collected_at) FROM posts p WHERE p.account_id = f.id))
       WHERE access <> 'grant' OR grant_proven_at IS NULL;
      UPDATE feeds SET due_at = least(due_at, coalesce(grant_proven_at, told_openly_at) + interval '30 days')
       WHERE platform = 'youtube' AND status = 'closed' AND access = 'public';
      ${force('FORCE')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE feeds DROP COLUMN told_openly_at');
  }
}
