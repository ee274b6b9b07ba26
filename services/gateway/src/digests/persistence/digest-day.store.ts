import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

export interface MemberOfDay {
  id: string;
  email: string;
  locale: string | null;
  timeZone: string | null;
}

/** In which minutes a round that broke off is left to whoever began it. */
const claimMinutes = 15;

@Injectable()
export class DigestDayStore {
  constructor(private readonly database: Database) {}

  /** Who may be a member, after this id. */
  async members(after: string, limit: number): Promise<MemberOfDay[]> {
    return this.database.rows<MemberOfDay>(
      'digest-members',
      `SELECT id, email, locale, time_zone AS "timeZone" FROM users
        WHERE id > $1 AND password_hash IS NOT NULL AND disabled_at IS NULL ORDER BY id LIMIT $2`,
      [after, limit],
    );
  }

  /** False when the day of this member was dealt with, or somebody else is about to. */
  async claim(userId: string, day: string, now: Date): Promise<boolean> {
    const row = await this.database.row(
      'digest-claim',
      `INSERT INTO digest_days AS d (user_id, day, claimed_at) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET day = excluded.day, claimed_at = excluded.claimed_at, done_at = NULL
         WHERE d.day < excluded.day
            OR d.day = excluded.day AND d.done_at IS NULL
               AND d.claimed_at < excluded.claimed_at - make_interval(mins => $4)
       RETURNING 1 AS one`,
      [userId, day, now, claimMinutes],
    );
    return row !== undefined;
  }

  async done(userId: string, day: string, now: Date): Promise<void> {
    await this.database.rows('digest-done', 'UPDATE digest_days SET done_at = $3 WHERE user_id = $1 AND day = $2', [
      userId,
      day,
      now,
    ]);
  }
}
