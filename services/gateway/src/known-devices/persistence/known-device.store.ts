import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

const nobody = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class KnownDeviceStore {
  constructor(private readonly database: Database) {}

  /** Whether the user signed in with this device before, with others only, or with none at all; it is known from now on. */
  async note(userId: string, tokenHash: Buffer, now: Date): Promise<'known' | 'new' | 'first'> {
    const row = await this.database.row<{ known: boolean; any: boolean }>(
      'known-device-note',
      `WITH noted AS (
         INSERT INTO known_devices (user_id, token_hash, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $3)
         ON CONFLICT (user_id, token_hash) DO UPDATE SET last_seen_at = excluded.last_seen_at)
       SELECT count(*) > 0 AS any, coalesce(bool_or(token_hash = $2), false) AS known
         FROM known_devices WHERE user_id = $1`,
      [userId, tokenHash, now],
    );
    if (row?.known) return 'known';
    return row?.any ? 'new' : 'first';
  }

  /** Without a user it asks for one that does not exist, so that it takes as long. */
  async knows(userId: string | undefined, tokenHash: Buffer): Promise<boolean> {
    const rows = await this.database.rows(
      'known-device-of-user',
      'SELECT 1 FROM known_devices WHERE user_id = $1 AND token_hash = $2',
      [userId ?? nobody, tokenHash],
    );
    return rows.length > 0;
  }

  /** Latest first. */
  async ofUser(userId: string): Promise<{ firstSeenAt: Date; lastSeenAt: Date }[]> {
    return this.database.rows(
      'known-device-list',
      `SELECT first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt" FROM known_devices WHERE user_id = $1
        ORDER BY last_seen_at DESC LIMIT 1000`,
      [userId],
    );
  }

  async removeUnseen(before: Date): Promise<void> {
    await this.database.rows('known-device-forget', 'DELETE FROM known_devices WHERE last_seen_at < $1', [before]);
  }
}
