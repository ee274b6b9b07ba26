import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { frequencyOf, type DigestFrequency } from '../domain/frequency';

/** Complaints come days and weeks later. */
const feedbackDays = 90;

/** What members of the transaction's organisation want of digests. */
@Injectable()
export class DigestRepository {
  async frequency(tx: Tx, userId: string, role: string): Promise<DigestFrequency> {
    const [row] = await sqlRows<{ frequency: DigestFrequency }>(
      tx,
      'SELECT frequency FROM digest_settings WHERE user_id = $1',
      [userId],
    );
    return row?.frequency ?? frequencyOf(role);
  }

  async choose(tx: Tx, organisationId: string, userId: string, frequency: DigestFrequency): Promise<void> {
    await tx.query(
      `INSERT INTO digest_settings (org_id, user_id, frequency) VALUES ($1, $2, $3)
       ON CONFLICT (org_id, user_id) DO UPDATE SET frequency = excluded.frequency`,
      [organisationId, userId, frequency],
    );
  }

  /** The provider may tell later what became of it; so long ones are forgotten. */
  async sent(tx: Tx, organisationId: string, userId: string, providerId: string): Promise<void> {
    await tx.query(`DELETE FROM sent_digests WHERE sent_at < now() - make_interval(days => $1)`, [feedbackDays]);
    await tx.query(
      'INSERT INTO sent_digests (org_id, user_id, provider_message_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [organisationId, userId, providerId],
    );
  }

  /** Of one that came back for good or was called unwanted: its reader gets no more, until they choose so. */
  async refused(tx: Tx, providerId: string): Promise<void> {
    // Told again, it undoes no later choice.
    await tx.query(
      `WITH refused AS (
         UPDATE sent_digests SET refused_at = now() WHERE provider_message_id = $1 AND refused_at IS NULL
         RETURNING org_id, user_id)
       INSERT INTO digest_settings (org_id, user_id, frequency) SELECT org_id, user_id, 'off' FROM refused
       ON CONFLICT (org_id, user_id) DO UPDATE SET frequency = excluded.frequency`,
      [providerId],
    );
  }

  /** Whoever the token was minted for gets no more of them; false for no token of this organisation. */
  async stop(tx: Tx, tokenHash: Buffer): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO digest_settings (org_id, user_id, frequency)
       SELECT org_id, user_id, 'off' FROM digest_stop_tokens WHERE token_hash = $1
       ON CONFLICT (org_id, user_id) DO UPDATE SET frequency = excluded.frequency`,
      [tokenHash],
    );
    return count === 1;
  }
}
