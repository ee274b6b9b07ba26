import { sqlCount, type Tx, type WorkTable } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { Grant } from '../grants/domain/grant';

export const verificationWork: WorkTable = { table: 'verifications' };

/** Grants that somebody has doubts about. */
@Injectable()
export class VerificationsRepository {
  /** Due now; asked again while it is pending changes nothing but the reason. */
  async ask(tx: Tx, grant: Grant, because: string): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO verifications AS v (id, org_id, asked_because, due_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (id) DO UPDATE SET asked_because = excluded.asked_because, due_at = coalesce(v.due_at, now())`,
      [grant.id, grant.organisationId, because],
    );
  }

  async note(tx: Tx, grantId: string, outcome: string): Promise<void> {
    await sqlCount(tx, 'UPDATE verifications SET last_outcome = $2, last_checked_at = now() WHERE id = $1', [
      grantId,
      outcome,
    ]);
  }
}
