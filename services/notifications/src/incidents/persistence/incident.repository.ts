import { Injectable } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';

@Injectable()
export class IncidentRepository {
  /** Opens the account's incident and returns its id; the id of the open one when there is one already. */
  async open(
    tx: Tx,
    account: { organisationId: string; influencerId: string; accountId: string },
    cause: string,
  ): Promise<string> {
    const [row]: { id: string }[] = await tx.query(
      `INSERT INTO incidents (id, org_id, influencer_id, account_id, cause) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (org_id, account_id) WHERE closed_at IS NULL DO UPDATE SET cause = excluded.cause RETURNING id`,
      [newId(), account.organisationId, account.influencerId, account.accountId, cause],
    );
    return row!.id;
  }

  /** Closes the account's open incident; its id, or undefined when none was open. */
  async close(tx: Tx, accountId: string): Promise<string | undefined> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      'UPDATE incidents SET closed_at = now() WHERE account_id = $1 AND closed_at IS NULL RETURNING id',
      [accountId],
    );
    return rows[0]?.id;
  }
}
