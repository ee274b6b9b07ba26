import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

export interface StoredSecondFactor {
  /** Sealed. */
  secret: string;
  confirmedAt: Date | null;
  lastStep: number;
}

interface Row {
  secret: string;
  confirmed_at: Date | null;
  last_step: string;
}

@Injectable()
export class SecondFactorStore {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<StoredSecondFactor | undefined> {
    const row = await this.database.row<Row>(
      'second-factor-of',
      'SELECT secret, confirmed_at, last_step FROM second_factors WHERE user_id = $1',
      [userId],
    );
    return row && { secret: row.secret, confirmedAt: row.confirmed_at, lastStep: Number(row.last_step) };
  }

  /** Puts a secret that is not confirmed yet in place of another such one; false when one is confirmed. */
  async propose(userId: string, secret: string, now: Date): Promise<boolean> {
    const row = await this.database.row(
      'second-factor-propose',
      `INSERT INTO second_factors AS f (user_id, secret, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET secret = EXCLUDED.secret, created_at = EXCLUDED.created_at
         WHERE f.confirmed_at IS NULL RETURNING user_id`,
      [userId, secret, now],
    );
    return row !== undefined;
  }

  /** Confirms the very secret that was checked, and gives it its recovery codes. One statement, so all or nothing. */
  async confirm(userId: string, secret: string, step: number, now: Date, codeHashes: Buffer[]): Promise<boolean> {
    const rows = await this.database.rows(
      'second-factor-confirm',
      `WITH confirmed AS (
         UPDATE second_factors SET confirmed_at = $4, last_step = $3
         WHERE user_id = $1 AND secret = $2 AND confirmed_at IS NULL RETURNING user_id)
       INSERT INTO recovery_codes (user_id, code_hash)
       SELECT user_id, unnest($5::bytea[]) FROM confirmed RETURNING user_id`,
      [userId, secret, step, now, codeHashes],
    );
    return rows.length > 0;
  }

  /** Uses a time step up; false when it or a later one was used already, also by a parallel request. */
  async spendStep(userId: string, step: number): Promise<boolean> {
    const row = await this.database.row(
      'second-factor-spend-step',
      'UPDATE second_factors SET last_step = $2 WHERE user_id = $1 AND last_step < $2 RETURNING user_id',
      [userId, step],
    );
    return row !== undefined;
  }

  async spendRecoveryCode(userId: string, codeHash: Buffer): Promise<boolean> {
    const row = await this.database.row(
      'recovery-code-spend',
      'DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2 RETURNING user_id',
      [userId, codeHash],
    );
    return row !== undefined;
  }

  async recoveryCodesLeft(userId: string): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      'recovery-code-count',
      'SELECT count(*)::int AS count FROM recovery_codes WHERE user_id = $1',
      [userId],
    );
    return row?.count ?? 0;
  }

  async replaceRecoveryCodes(userId: string, codeHashes: Buffer[]): Promise<void> {
    await this.database.rows(
      'recovery-code-replace',
      `WITH gone AS (DELETE FROM recovery_codes WHERE user_id = $1 AND NOT code_hash = ANY ($2::bytea[]))
       INSERT INTO recovery_codes (user_id, code_hash) SELECT $1, unnest($2::bytea[]) ON CONFLICT DO NOTHING`,
      [userId, codeHashes],
    );
  }

  async remove(userId: string): Promise<void> {
    await this.database.rows('second-factor-remove', 'DELETE FROM second_factors WHERE user_id = $1', [userId]);
  }
}
