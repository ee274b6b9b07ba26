import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';

/** Longer than the platform call may take, so that nobody takes over while an answer may still come. */
export const leaseSeconds = 30;

/** The right of one process to renew one grant's tokens, on the database's clock. */
@Injectable()
export class RefreshLeases {
  /** The epoch of the new lease, or undefined while somebody else holds one. */
  async take(tx: Tx, grantId: string): Promise<string | undefined> {
    const [row] = await sqlRows<{ epoch: string }>(
      tx,
      `UPDATE token_refreshes SET lease_until = clock_timestamp() + make_interval(secs => $2), lease_epoch = lease_epoch + 1
        WHERE id = $1 AND (lease_until IS NULL OR lease_until <= clock_timestamp()) RETURNING lease_epoch::text AS epoch`,
      [grantId, leaseSeconds],
    );
    return row?.epoch;
  }

  /** Notes, sealed, that a token is about to be spent: what a crash leaves behind tells that the call may have happened. */
  async noteAttempt(tx: Tx, grantId: string, epoch: string, sealed: string): Promise<void> {
    await sqlCount(tx, 'UPDATE token_refreshes SET attempt = $3 WHERE id = $1 AND lease_epoch = $2', [
      grantId,
      epoch,
      sealed,
    ]);
  }

  async isMine(tx: Tx, grantId: string, epoch: string): Promise<boolean> {
    const rows = await sqlRows(tx, 'SELECT 1 FROM token_refreshes WHERE id = $1 AND lease_epoch = $2 FOR UPDATE', [
      grantId,
      epoch,
    ]);
    return rows.length > 0;
  }

  /** Gives the lease back after a failure, due again after a while. */
  async release(tx: Tx, grantId: string, epoch: string, error: string, inSeconds: number): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE token_refreshes SET lease_until = NULL, last_error = $3, attempts = attempts + 1,
              due_at = clock_timestamp() + make_interval(secs => $4)
        WHERE id = $1 AND lease_epoch = $2`,
      [grantId, epoch, error, inSeconds],
    );
  }
}
