import { sqlCount, sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import type { Platform } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';

export const revocationWork: WorkTable = { table: 'revocations' };

export type RevocationOutcome = 'pending' | 'told' | 'consent_in_use' | 'not_needed' | 'given_up';

export interface Revocation {
  id: string;
  organisationId: string;
  influencerId: string;
  socialAccountId: string | null;
  platform: Platform;
  reason: string;
  outcome: RevocationOutcome;
  personHash: Buffer | null;
  copyKey: string | null;
  copy: string | null;
  copyExpiresAt: Date | null;
  tokensDestroyedAt: Date;
  platformToldAt: Date | null;
  /** Of the order that it was part of, where somebody revoked many at once. */
  orderId: string | null;
}

export interface NewRevocation extends Omit<
  Revocation,
  'platformToldAt' | 'tokensDestroyedAt' | 'copyExpiresAt' | 'orderId'
> {
  orderId?: string | undefined;
}

const columns = `id, org_id AS "organisationId", influencer_id AS "influencerId", social_account_id AS "socialAccountId",
  platform, reason, outcome, person_hash AS "personHash", copy_key AS "copyKey", copy,
  copy_expires_at AS "copyExpiresAt", tokens_destroyed_at AS "tokensDestroyedAt", platform_told_at AS "platformToldAt",
  order_id AS "orderId"`;

/** Receipts of revocations. While the platform is not told yet, a sealed copy of the token waits in them. */
@Injectable()
export class RevocationsRepository {
  /** Of one organisation, with one statement. */
  async add(tx: Tx, revocations: readonly NewRevocation[]): Promise<void> {
    const all = <T>(value: (one: NewRevocation) => T): T[] => revocations.map(value);
    await sqlCount(
      tx,
      `INSERT INTO revocations (id, org_id, influencer_id, social_account_id, platform, reason, outcome, person_hash,
                                copy_key, copy, order_id, copy_expires_at, tokens_destroyed_at, due_at)
       SELECT r.*, CASE WHEN r.copy IS NOT NULL THEN now() + interval '72 hours' END, now(),
              CASE WHEN r.outcome = 'pending' THEN now() END
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[],
                     $9::text[], $10::text[], $11::uuid[])
           AS r (id, org_id, influencer_id, social_account_id, platform, reason, outcome, person_hash, copy_key, copy, order_id)`,
      [
        all((one) => one.id),
        all((one) => one.organisationId),
        all((one) => one.influencerId),
        all((one) => one.socialAccountId),
        all((one) => one.platform),
        all((one) => one.reason),
        all((one) => one.outcome),
        all((one) => one.personHash),
        all((one) => one.copyKey),
        all((one) => one.copy),
        all((one) => one.orderId ?? null),
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<Revocation | undefined> {
    const [row] = await sqlRows<Revocation>(tx, `SELECT ${columns} FROM revocations WHERE id = $1`, [id]);
    return row;
  }

  async newestOf(tx: Tx, socialAccountId: string): Promise<Revocation | undefined> {
    const [row] = await sqlRows<Revocation>(
      tx,
      `SELECT ${columns} FROM revocations WHERE social_account_id = $1 ORDER BY id DESC LIMIT 1`,
      [socialAccountId],
    );
    return row;
  }

  /** Replaces the copy, whose tokens were renewed; false when it is gone. */
  async replaceCopy(tx: Tx, id: string, { copyKey, copy }: { copyKey: string; copy: string }): Promise<boolean> {
    const text = `UPDATE revocations SET copy_key = $2, copy = $3 WHERE id = $1 AND outcome = 'pending'`;
    return (await sqlCount(tx, text, [id, copyKey, copy])) === 1;
  }

  /** The end of it: the copy and its key are gone, whatever the outcome. */
  async close(tx: Tx, id: string, outcome: RevocationOutcome): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE revocations SET outcome = $2, copy = NULL, copy_key = NULL, copy_expires_at = NULL, person_hash = NULL, due_at = NULL,
              lease_until = NULL, platform_told_at = CASE WHEN $2 = 'told' THEN now() END
        WHERE id = $1`,
      [id, outcome],
    );
  }
}
