import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of people who fill in an application; they stand for the influencer they may become. */
export class Applicants1790000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions DROP CONSTRAINT sessions_kind_check, DROP CONSTRAINT sessions_check,
        ADD CONSTRAINT sessions_kind_check CHECK (kind IN ('member', 'influencer', 'link', 'applicant')),
        ADD CONSTRAINT sessions_user CHECK (kind IN ('link', 'applicant') OR user_id IS NOT NULL),
        ADD CONSTRAINT sessions_applicant
          CHECK (kind <> 'applicant' OR (organisation_id IS NOT NULL AND influencer_id IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM sessions WHERE kind = 'applicant'`);
    await runner.query(`
      ALTER TABLE sessions
        DROP CONSTRAINT sessions_applicant, DROP CONSTRAINT sessions_user, DROP CONSTRAINT sessions_kind_check,
        ADD CONSTRAINT sessions_kind_check CHECK (kind IN ('member', 'influencer', 'link')),
        ADD CONSTRAINT sessions_check CHECK (kind = 'link' OR user_id IS NOT NULL)`);
  }
}
