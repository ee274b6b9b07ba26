import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { frequencyOf, type DigestFrequency } from '../domain/frequency';

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
