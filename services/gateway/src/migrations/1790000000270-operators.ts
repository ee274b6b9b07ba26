import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs the installation, whatever they are in an organisation. The first is whoever installed it. */
export class Operators1790000000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD COLUMN operator boolean NOT NULL DEFAULT false');
    await runner.query('UPDATE users SET operator = true WHERE id = (SELECT owner_user_id FROM installation)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN operator');
  }
}
