import { claimRows, sqlCount, sqlRows, type Tx, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { refreshWork } from './refresh-schedule';

/** More than twice what the platform call may take, so that nobody takes over while an answer may still come. */
export const leaseSeconds = 30;

export interface RenewalState {
  /** Somebody is renewing now. */
  leased: boolean;
  /** Until the next try after a failed one; null when the last one did not fail. */
  backoffSeconds: number | null;
}

/** The right of one process to renew one grant's tokens, on the database's clock, and its notes on doing so. */
@Injectable()
export class RefreshLeases {
  /** Undefined: these tokens can not be renewed. */
  async state(tx: Tx, grantId: string): Promise<RenewalState | undefined> {
    const [row] = await sqlRows<RenewalState>(
      tx,
      `SELECT coalesce(lease_until > clock_timestamp(), false) AS leased,
              CASE WHEN last_error IS NOT NULL AND due_at > clock_timestamp()
                   THEN extract(epoch FROM due_at - clock_timestamp())::float8 END AS "backoffSeconds"
         FROM token_refreshes WHERE id = $1`,
      [grantId],
    );
    return row;
  }

  /** Takes the lease now, due or not; undefined while somebody else holds it. */
  async take(tx: Tx, grantId: string): Promise<WorkClaim | undefined> {
    await sqlCount(
      tx,
      `UPDATE token_refreshes SET due_at = clock_timestamp()
        WHERE id = $1 AND (lease_until IS NULL OR lease_until <= clock_timestamp())
          AND (due_at IS NULL OR due_at > clock_timestamp())`,
      [grantId],
    );
    const [claim] = await claimRows(tx, refreshWork, [grantId], leaseSeconds);
    return claim;
  }

  /** The sealed notes in the row, null when there are none, undefined when the lease is lost. Locks the row. */
  async notes(tx: Tx, claim: WorkClaim): Promise<string | null | undefined> {
    const [row] = await sqlRows<{ attempt: string | null }>(
      tx,
      'SELECT attempt FROM token_refreshes WHERE id = $1 AND lease_epoch = $2 FOR UPDATE',
      [claim.id, claim.epoch],
    );
    return row?.attempt;
  }

  /** False: the lease is lost and nothing was written. */
  async note(tx: Tx, claim: WorkClaim, sealed: string | null): Promise<boolean> {
    const values = [claim.id, claim.epoch, sealed];
    const text = 'UPDATE token_refreshes SET attempt = $3 WHERE id = $1 AND lease_epoch = $2';
    return (await sqlCount(tx, text, values)) === 1;
  }
}
