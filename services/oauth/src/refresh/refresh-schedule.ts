import { sqlCount, sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { type Grant, refreshDueAt } from '../grants/domain/grant';

export const refreshWork: WorkTable = { table: 'token_refreshes' };

/** A platform that names no life time may mean a short one. */
const ASSUMED_LIFE_MS = 3_600_000;

/** When a grant's tokens are to be renewed. A grant without a refresh token is renewed by its person alone. */
@Injectable()
export class RefreshSchedule {
  /** Whatever was under way for the tokens before is over: the epoch moves on and its writes are refused. */
  async plan(tx: Tx, grant: Grant, issuedAt: Date): Promise<void> {
    const { id, organisationId } = grant;
    if (!(await this.hasRefreshToken(tx, id))) return this.cancel(tx, [id]);
    const expiresAt = grant.accessExpiresAt ?? new Date(issuedAt.getTime() + ASSUMED_LIFE_MS);
    const dueAt = refreshDueAt(issuedAt, expiresAt, Math.random());
    await sqlCount(
      tx,
      `INSERT INTO token_refreshes AS r (id, org_id, due_at) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, attempt = NULL, lease_until = NULL,
         lease_epoch = r.lease_epoch + 1, attempts = 0, last_error = NULL`,
      [id, organisationId, dueAt],
    );
  }

  async cancel(tx: Tx, grantIds: readonly string[]): Promise<void> {
    await sqlCount(tx, 'DELETE FROM token_refreshes WHERE id = ANY($1)', [grantIds]);
  }

  private async hasRefreshToken(tx: Tx, grantId: string): Promise<boolean> {
    const text = `SELECT 1 FROM grant_tokens WHERE grant_id = $1 AND field = 'refresh'`;
    return (await sqlRows(tx, text, [grantId])).length > 0;
  }
}
