import { Injectable } from '@nestjs/common';
import { ErasureLedgerEntry } from '@creator-connect/contracts';
import { RoutingPool, sqlRows, UnitOfWork, type Tx } from '@creator-connect/persistence';

/** Erasures that the broker has been told of, for good: of all organisations. */
@Injectable()
export class ToldErasures {
  constructor(
    private readonly routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** As the ledger has them, by pseudonym. */
  async byInfluencer(): Promise<Map<string, ErasureLedgerEntry>> {
    const rows = await this.routing.query<{ influencer_id: string; org_id: string; erased_at: Date }>(
      'SELECT influencer_id, org_id, erased_at FROM erasures',
    );
    const told = new Map(
      rows.map(({ influencer_id: influencerId, org_id: organisationId, erased_at: erasedAt }) => [
        influencerId,
        { influencerId, organisationId, accountIds: [], erasedAt: erasedAt.toISOString() },
      ]),
    );
    if (rows.length === 0) return told;
    // What waits to be sent belongs to no organisation: any of them may ask.
    const waiting = await this.unitOfWork.tenant(rows[0]!.org_id, (tx) =>
      sqlRows<{ id: string }>(tx, 'SELECT aggregateid AS id FROM outbox WHERE type = $1 AND published_at IS NULL', [
        ErasureLedgerEntry.type,
      ]),
    );
    for (const { id } of waiting) told.delete(id);
    return told;
  }

  /** The accounts that went with the person: rows elsewhere are kept under their ids. */
  async accountsOf(tx: Tx, influencerId: string): Promise<string[]> {
    const [row] = await sqlRows<{ ids: string[] }>(
      tx,
      'SELECT account_ids AS ids FROM erasures WHERE influencer_id = $1',
      [influencerId],
    );
    return row?.ids ?? [];
  }
}
