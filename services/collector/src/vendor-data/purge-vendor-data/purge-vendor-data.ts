import { Injectable } from '@nestjs/common';
import { CollectedDataDeleted } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import type { PurgeCause, PurgedCounts } from '../domain/vendor-record';
import { VendorRecordRepository } from '../persistence/vendor-record.repository';

interface OfAccount {
  organisationId: string;
  influencerId: string;
  accountId: string;
}

interface Purge {
  /** Under which it is on record, however often it is heard of. */
  id: string;
  cause: PurgeCause;
  /** Were removed from reports already. */
  contacts: number;
}

/** Removes what vendors told of an account, and nothing else; the removal is recorded, and consumers are told. */
@Injectable()
export class PurgeVendorData {
  constructor(
    private readonly outbox: Outbox,
    private readonly records: VendorRecordRepository,
  ) {}

  async purge(tx: Tx, account: OfAccount, { id, cause, contacts }: Purge): Promise<PurgedCounts> {
    const { organisationId, influencerId, accountId } = account;
    await this.records.lock(tx, accountId);
    const { platform, ...deleted } = await this.records.delete(tx, accountId);
    const purge = { id, accountId, influencerId, cause, ...deleted, contacts };
    const counts = await this.records.report(tx, organisationId, purge);
    if (!platform) return counts;
    const reason = cause === 'marketplace_member' ? 'vendor_data_of_a_marketplace_member' : 'vendor_data_removed';
    const about = { organisationId, influencerId, accountId, platform, scope: 'vendor' as const };
    const data = { ...about, reason, deletedAt: new Date().toISOString() };
    await this.outbox.add(tx, CollectedDataDeleted, data, { aggregateVersion: 1 });
    return counts;
  }
}
