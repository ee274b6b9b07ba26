import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addWorkCause, addWorkLease, allowRouting, enableTenancy, findWorkByOrganisation } from '../../src';

/** A small tenanted schema: notes of organisations, and errands that fall due. */
export class CreateNotes1700000000001 implements MigrationInterface {
  name = 'CreateNotes1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notes (
        id uuid PRIMARY KEY, org_id uuid NOT NULL, title text NOT NULL, secret text, UNIQUE (org_id, title))`);
    await enableTenancy(queryRunner, 'notes');
    await allowRouting(queryRunner, 'notes', ['id', 'org_id']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE notes');
  }
}

export class CreateErrands1700000000002 implements MigrationInterface {
  name = 'CreateErrands1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE errands (id uuid PRIMARY KEY, org_id uuid NOT NULL)');
    await enableTenancy(queryRunner, 'errands');
    await addWorkLease(queryRunner, { table: 'errands' });
    await addWorkCause(queryRunner, { table: 'errands' });
    await findWorkByOrganisation(queryRunner, { table: 'errands' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE errands');
  }
}

export const migrations = [CreateNotes1700000000001, CreateErrands1700000000002];
export const orgA = '0198a000-0000-7000-8000-00000000000a';
export const orgB = '0198a000-0000-7000-8000-00000000000b';
