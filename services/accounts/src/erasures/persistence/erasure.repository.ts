import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

/** Who must have erased before an erasure is done. This service has with the erasure itself. */
export const erasingServices = ['accounts', 'oauth', 'collector', 'ttcm', 'notifications', 'gateway'] as const;
export type ErasingService = (typeof erasingServices)[number];

export interface Erasure {
  influencerId: string;
  organisationId: string;
  accountIds: string[];
  erasedAt: Date;
  confirmed: Partial<Record<ErasingService, string>>;
  doneAt: Date | null;
}

const columns = `influencer_id AS "influencerId", org_id AS "organisationId", account_ids AS "accountIds",
  erased_at AS "erasedAt", confirmed, done_at AS "doneAt"`;

/** Erasures of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class ErasureRepository {
  /** False when the person is in the ledger already. */
  async add(
    tx: Tx,
    erasure: Pick<Erasure, 'influencerId' | 'organisationId' | 'accountIds' | 'erasedAt'>,
  ): Promise<boolean> {
    const { influencerId, organisationId, accountIds, erasedAt } = erasure;
    const count = await sqlCount(
      tx,
      `INSERT INTO erasures (influencer_id, org_id, account_ids, erased_at, confirmed)
       VALUES ($1, $2, $3, $4, jsonb_build_object('accounts', $5::text)) ON CONFLICT DO NOTHING`,
      [influencerId, organisationId, accountIds, erasedAt, new Date().toISOString()],
    );
    return count === 1;
  }

  /** Whoever holds the token may look at the receipt. */
  async giveReceipt(tx: Tx, influencerId: string, tokenHash: Buffer): Promise<void> {
    await sqlCount(tx, 'UPDATE erasures SET receipt_token_hash = $2 WHERE influencer_id = $1', [
      influencerId,
      tokenHash,
    ]);
  }

  /** The first time counts; with the last service the erasure is done. */
  async confirm(tx: Tx, influencerId: string, service: ErasingService, at: string): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE erasures SET confirmed = jsonb_build_object($2::text, $3::text) || confirmed WHERE influencer_id = $1`,
      [influencerId, service, at],
    );
    await sqlCount(
      tx,
      `UPDATE erasures SET done_at = now() WHERE influencer_id = $1 AND done_at IS NULL AND confirmed ?& $2::text[]`,
      [influencerId, erasingServices],
    );
  }

  async byReceipt(tx: Tx, tokenHash: Buffer): Promise<Erasure | undefined> {
    const [row] = await sqlRows<Erasure>(tx, `SELECT ${columns} FROM erasures WHERE receipt_token_hash = $1`, [
      tokenHash,
    ]);
    return row;
  }

  async isKnown(tx: Tx, influencerId: string): Promise<boolean> {
    return (await sqlRows(tx, 'SELECT FROM erasures WHERE influencer_id = $1', [influencerId])).length > 0;
  }

  async find(tx: Tx, influencerId: string): Promise<Erasure | undefined> {
    const [row] = await sqlRows<Erasure>(tx, `SELECT ${columns} FROM erasures WHERE influencer_id = $1`, [
      influencerId,
    ]);
    return row;
  }
}
