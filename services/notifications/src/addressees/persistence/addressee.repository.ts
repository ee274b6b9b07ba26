import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

export interface Addressee {
  remindersStoppedAt: Date | null;
  bouncedAt: Date | null;
  /** Hash of the address that bounced: another one may be written to. */
  bouncedAddress: Buffer | null;
  complainedAt: Date | null;
  /** Hash of the address whose owner called a mail unwanted: no other mail of ours goes there. */
  complainedAddress: Buffer | null;
}

interface Row {
  reminders_stopped_at: Date | null;
  bounced_at: Date | null;
  bounced_address: Buffer | null;
  complained_at: Date | null;
  complained_address: Buffer | null;
}

const nothingKnown: Addressee = {
  remindersStoppedAt: null,
  bouncedAt: null,
  bouncedAddress: null,
  complainedAt: null,
  complainedAddress: null,
};

/** What keeps mails of the transaction's organisation from an influencer: their own wish, or a mailbox that is gone. */
@Injectable()
export class AddresseeRepository {
  async find(tx: Tx, influencerId: string): Promise<Addressee> {
    const [row] = await sqlRows<Row>(
      tx,
      `SELECT reminders_stopped_at, bounced_at, bounced_address, complained_at, complained_address
         FROM addressees WHERE influencer_id = $1`,
      [influencerId],
    );
    if (!row) return nothingKnown;
    return {
      remindersStoppedAt: row.reminders_stopped_at,
      bouncedAt: row.bounced_at,
      bouncedAddress: row.bounced_address,
      complainedAt: row.complained_at,
      complainedAddress: row.complained_address,
    };
  }

  /** Whoever the token was minted for gets no more reminders; false for no token of this organisation. */
  async stopReminders(tx: Tx, tokenHash: Buffer): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO addressees AS a (org_id, influencer_id, reminders_stopped_at)
       SELECT t.org_id, coalesce(m.kept_id, t.influencer_id), now()
         FROM reminder_stop_tokens t LEFT JOIN merged_influencers m ON m.influencer_id = t.influencer_id
        WHERE t.token_hash = $1
       ON CONFLICT (org_id, influencer_id)
       DO UPDATE SET reminders_stopped_at = coalesce(a.reminders_stopped_at, excluded.reminders_stopped_at)`,
      [tokenHash],
    );
    return count === 1;
  }

  async bounced(tx: Tx, organisationId: string, influencerId: string, address: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO addressees (org_id, influencer_id, bounced_at, bounced_address) VALUES ($1, $2, now(), $3)
       ON CONFLICT (org_id, influencer_id)
       DO UPDATE SET bounced_at = excluded.bounced_at, bounced_address = excluded.bounced_address`,
      [organisationId, influencerId, address],
    );
  }

  async complained(tx: Tx, organisationId: string, influencerId: string, address: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO addressees (org_id, influencer_id, complained_at, complained_address) VALUES ($1, $2, now(), $3)
       ON CONFLICT (org_id, influencer_id)
       DO UPDATE SET complained_at = excluded.complained_at, complained_address = excluded.complained_address`,
      [organisationId, influencerId, address],
    );
  }

  /** Of this address: a complaint from another one that came meanwhile stays. */
  async liftComplaint(tx: Tx, influencerId: string, address: Buffer): Promise<void> {
    await tx.query(
      `UPDATE addressees SET complained_at = NULL, complained_address = NULL
        WHERE influencer_id = $1 AND complained_address = $2`,
      [influencerId, address],
    );
  }

  /**
   * Somebody asked for a mail on purpose: it is tried, and reminders may follow again. A complaint stays until it is
   * lifted.
   */
  async startAnew(tx: Tx, influencerId: string): Promise<void> {
    await tx.query(
      `UPDATE addressees SET reminders_stopped_at = NULL, bounced_at = NULL, bounced_address = NULL
        WHERE influencer_id = $1`,
      [influencerId],
    );
  }

  /**
   * Who said no to reminders by one entry said no. A mailbox that is gone, or complained from, is the one of that entry; where
   * nothing is known of the kept one's, it is remembered for what it is worth, since addresses are compared.
   */
  async merge(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query(
      `INSERT INTO addressees AS a (org_id, influencer_id, reminders_stopped_at, bounced_at, bounced_address,
                                    complained_at, complained_address)
       SELECT org_id, $2, reminders_stopped_at, bounced_at, bounced_address, complained_at, complained_address
         FROM addressees WHERE influencer_id = $1
       ON CONFLICT (org_id, influencer_id)
       DO UPDATE SET reminders_stopped_at = coalesce(a.reminders_stopped_at, excluded.reminders_stopped_at),
         bounced_at = coalesce(a.bounced_at, excluded.bounced_at),
         bounced_address = coalesce(a.bounced_address, excluded.bounced_address),
         complained_at = coalesce(a.complained_at, excluded.complained_at),
         complained_address = coalesce(a.complained_address, excluded.complained_address)`,
      [influencerId, keptId],
    );
    await tx.query('DELETE FROM addressees WHERE influencer_id = $1', [influencerId]);
    await tx.query('UPDATE reminder_stop_tokens SET influencer_id = $2 WHERE influencer_id = $1', [
      influencerId,
      keptId,
    ]);
  }

  /** The addresses in old mails stop working with it. */
  async erase(tx: Tx, influencerId: string): Promise<void> {
    await tx.query('DELETE FROM addressees WHERE influencer_id = $1', [influencerId]);
    await tx.query('DELETE FROM reminder_stop_tokens WHERE influencer_id = $1', [influencerId]);
  }
}
