import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

/** A sign-in that its owner was not mailed of yet. */
export interface NewDeviceMail {
  id: string;
  userId: string;
  at: Date;
  /** Set for a creator, whom the organisation writes to as it knows them. */
  organisationId: string | null;
  influencerId: string | null;
  /** Best first: as the user read before, then as the new browser does. */
  locales: string[];
  timeZone: string | null;
}

const columns = `id, user_id AS "userId", at, organisation_id AS "organisationId", influencer_id AS "influencerId", locales,
  time_zone AS "timeZone"`;

@Injectable()
export class NewDeviceMailStore {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<NewDeviceMail | undefined> {
    return this.database.row<NewDeviceMail>(
      'new-device-mail',
      `SELECT ${columns} FROM new_device_mails WHERE id = $1`,
      [id],
    );
  }

  /** Of sign-ins before this moment, the oldest first. */
  async waiting(before: Date): Promise<NewDeviceMail[]> {
    return this.database.rows<NewDeviceMail>(
      'new-device-mails',
      `SELECT ${columns} FROM new_device_mails WHERE at < $1 ORDER BY at LIMIT 1000`,
      [before],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.rows('new-device-mail-remove', 'DELETE FROM new_device_mails WHERE id = $1', [id]);
  }
}
