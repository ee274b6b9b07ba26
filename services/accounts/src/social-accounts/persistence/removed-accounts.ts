import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

/** Ids of accounts that are gone, so that facts that arrive late are told from facts about accounts that never were. */
@Injectable()
export class RemovedAccounts {
  async remember(tx: Tx, organisationId: string, id: string): Promise<void> {
    await sqlCount(
      tx,
      'INSERT INTO removed_accounts (id, org_id, removed_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING',
      [id, organisationId],
    );
  }

  async has(tx: Tx, id: string): Promise<boolean> {
    const rows = await sqlRows(tx, 'SELECT FROM removed_accounts WHERE id = $1', [id]);
    return rows.length > 0;
  }
}
