import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import type { NewDeviceMail } from './new-device-mail.store';

const nobody = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class KnownDeviceStore {
  constructor(private readonly database: Database) {}

  /**
   * The device is known from now on. True when the user signed in before, but with others only: then the mail about it is
   * written down with it, or neither is.
   */
  async note(tokenHash: Buffer, mail: NewDeviceMail): Promise<boolean> {
    const { id, userId, at, organisationId, influencerId, locales, timeZone } = mail;
    const row = await this.database.row<{ isNew: boolean }>(
      'known-device-note',
      `WITH noted AS (
         INSERT INTO known_devices (user_id, token_hash, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $3)
         ON CONFLICT (user_id, token_hash) DO UPDATE SET last_seen_at = excluded.last_seen_at),
       seen AS (
         SELECT count(*) > 0 AND NOT coalesce(bool_or(token_hash = $2), false) AS "isNew"
           FROM known_devices WHERE user_id = $1),
       mail AS (
         INSERT INTO new_device_mails (id, user_id, at, organisation_id, influencer_id, locales, time_zone)
         SELECT $4, $1, $3, $5, $6, $7, $8 FROM seen WHERE "isNew")
       SELECT "isNew" FROM seen`,
      [userId, tokenHash, at, id, organisationId, influencerId, locales, timeZone],
    );
    return row!.isNew;
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
