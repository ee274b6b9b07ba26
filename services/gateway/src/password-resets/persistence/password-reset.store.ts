import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

@Injectable()
export class PasswordResetStore {
  constructor(private readonly database: Database) {}

  async add(reset: { tokenHash: Buffer; userId: string; createdAt: Date; expiresAt: Date }): Promise<void> {
    await this.database.rows(
      'password-reset-add',
      'INSERT INTO password_resets (token_hash, user_id, created_at, expires_at) VALUES ($1, $2, $3, $4)',
      [reset.tokenHash, reset.userId, reset.createdAt, reset.expiresAt],
    );
  }

  /** Whose password it is for, while it can still be used. */
  async find(tokenHash: Buffer, now: Date): Promise<string | undefined> {
    const row = await this.database.row<{ user_id: string }>(
      'password-reset-find',
      'SELECT user_id FROM password_resets WHERE token_hash = $1 AND expires_at > $2',
      [tokenHash, now],
    );
    return row?.user_id;
  }

  /** Sets the password and voids every reset of that user, in one statement. False when it was used meanwhile. */
  async complete(tokenHash: Buffer, passwordHash: string, now: Date): Promise<boolean> {
    const row = await this.database.row(
      'password-reset-complete',
      `WITH taken AS (DELETE FROM password_resets WHERE token_hash = $1 AND expires_at > $3 RETURNING user_id),
            others AS (DELETE FROM password_resets WHERE user_id IN (SELECT user_id FROM taken) AND token_hash <> $1)
       UPDATE users SET password_hash = $2 WHERE id IN (SELECT user_id FROM taken) AND disabled_at IS NULL RETURNING id`,
      [tokenHash, passwordHash, now],
    );
    return row !== undefined;
  }

  async removeExpired(now: Date): Promise<void> {
    await this.database.rows('password-reset-expire', 'DELETE FROM password_resets WHERE expires_at < $1', [now]);
  }
}
