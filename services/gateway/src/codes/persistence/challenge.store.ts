import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

export interface Challenge {
  sessionId: string;
  codeHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
}

@Injectable()
export class ChallengeStore {
  constructor(private readonly database: Database) {}

  /** The newest code replaces an older one, with fresh tries. */
  async put(challenge: Challenge): Promise<void> {
    await this.database.rows(
      'challenge-put',
      `INSERT INTO challenges (session_id, code_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (session_id) DO UPDATE
       SET code_hash = excluded.code_hash, tries = 0, created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [challenge.sessionId, challenge.codeHash, challenge.createdAt, challenge.expiresAt],
    );
  }

  /** Counts the try before anything is compared, so that parallel guesses can't share one. */
  async takeTry(sessionId: string, maxTries: number, now: Date): Promise<Buffer | undefined> {
    const row = await this.database.row<{ code_hash: Buffer }>(
      'challenge-try',
      `UPDATE challenges SET tries = tries + 1 WHERE session_id = $1 AND tries < $2 AND expires_at > $3
       RETURNING code_hash`,
      [sessionId, maxTries, now],
    );
    return row?.code_hash;
  }

  async isSpent(sessionId: string, maxTries: number, now: Date): Promise<boolean> {
    const row = await this.database.row(
      'challenge-spent',
      'SELECT 1 AS one FROM challenges WHERE session_id = $1 AND tries >= $2 AND expires_at > $3',
      [sessionId, maxTries, now],
    );
    return row !== undefined;
  }

  /** True for the one caller who uses the right code. */
  async finish(sessionId: string, codeHash: Buffer): Promise<boolean> {
    const row = await this.database.row(
      'challenge-finish',
      'DELETE FROM challenges WHERE session_id = $1 AND code_hash = $2 RETURNING 1 AS one',
      [sessionId, codeHash],
    );
    return row !== undefined;
  }
}
