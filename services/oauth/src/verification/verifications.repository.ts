import { claimRows, sqlCount, sqlRows, type Tx, type WorkClaim, type WorkTable } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { Grant } from '../grants/domain/grant';

/** The key of the row is the grant's id. */
export const verificationWork: WorkTable = { table: 'verifications' };
export const verificationLeaseSeconds = 90;

export interface LastLook {
  outcome: 'alive' | 'ended' | 'unknown';
  checkedAt: Date;
}

interface Task {
  /** How often in a row the platform said that the account is gone. */
  goneSeen: number;
  endedToo: boolean;
}

/** Grants that somebody has doubts about. */
@Injectable()
export class VerificationsRepository {
  /**
   * Due now and before every look of the sweep: a reason to doubt is news. The count of tries goes on. `endedToo`: until
   * something is learned, the grant is asked about though it has ended, for what ended it may be repaired.
   */
  async ask(tx: Tx, grant: Grant, because: string, { endedToo } = { endedToo: false }): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO verifications AS v (id, org_id, asked_because, ended_too, due_at)
       VALUES ($1, $2, $3, $4, to_timestamp(0))
       ON CONFLICT (id) DO UPDATE SET asked_because = excluded.asked_because,
         ended_too = v.ended_too OR excluded.ended_too, due_at = least(v.due_at, excluded.due_at)`,
      [grant.id, grant.organisationId, because, endedToo],
    );
  }

  /** Takes the work now, planned or not; undefined while somebody else is at it. */
  async claimNow(tx: Tx, grant: Grant, because: string): Promise<WorkClaim | undefined> {
    await this.ask(tx, grant, because);
    const [claim] = await claimRows(tx, verificationWork, [grant.id], verificationLeaseSeconds);
    return claim;
  }

  /**
   * Locks the grant first, as everybody does. Changing a row twice in one transaction makes PostgreSQL check its foreign
   * key again, which would otherwise lock the grant last and end in a deadlock with those who wait for this row.
   */
  async note(tx: Tx, grantId: string, outcome: string, goneSeen: number): Promise<void> {
    await sqlRows(tx, 'SELECT 1 FROM grants WHERE id = $1 FOR UPDATE', [grantId]);
    const text = `UPDATE verifications SET last_outcome = $2, last_checked_at = clock_timestamp(), gone_seen = $3,
                         ended_too = ended_too AND $2 = 'unknown'
                   WHERE id = $1`;
    await sqlCount(tx, text, [grantId, outcome, goneSeen]);
  }

  async task(tx: Tx, grantId: string): Promise<Task> {
    const text = 'SELECT gone_seen AS "goneSeen", ended_too AS "endedToo" FROM verifications WHERE id = $1';
    const [row] = await sqlRows<Task>(tx, text, [grantId]);
    return row ?? { goneSeen: 0, endedToo: false };
  }

  /** Nothing is asked about a dead grant any more, until somebody does. */
  async cancel(tx: Tx, grantId: string): Promise<void> {
    await sqlCount(tx, 'UPDATE verifications SET due_at = NULL WHERE id = $1', [grantId]);
  }

  async forget(tx: Tx, grantIds: readonly string[]): Promise<void> {
    await sqlCount(tx, 'DELETE FROM verifications WHERE id = ANY($1)', [grantIds]);
  }

  async lastLook(tx: Tx, grantId: string): Promise<LastLook | undefined> {
    const [row] = await sqlRows<LastLook>(
      tx,
      `SELECT last_outcome AS outcome, last_checked_at AS "checkedAt" FROM verifications
        WHERE id = $1 AND last_checked_at IS NOT NULL`,
      [grantId],
    );
    return row;
  }
}
