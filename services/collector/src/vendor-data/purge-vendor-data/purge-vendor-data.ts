import { Injectable } from '@nestjs/common';
import { CollectedDataDeleted, type Platform } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import type { PurgeCause, PurgedCounts } from '../domain/vendor-record';
import { VendorRecordRepository } from '../persistence/vendor-record.repository';

interface OfAccount {
  organisationId: string;
  influencerId: string;
  accountId: string;
  platform: Platform;
}

/** Removes what vendors told of an account, and nothing else; the removal is recorded, and consumers are told. */
@Injectable()
export class PurgeVendorData {
  constructor(
    private readonly outbox: Outbox,
    private readonly records: VendorRecordRepository,
  ) {}

  /** `contacts` were removed from reports already. */
  async purge(tx: Tx, account: OfAccount, cause: PurgeCause, contacts: number): Promise<PurgedCounts> {
    const { organisationId, influencerId, accountId, platform } = account;
    await this.records.lock(tx, accountId);
    const counts = { ...(await this.records.delete(tx, accountId)), contacts };
    await this.records.report(tx, organisationId, { accountId, influencerId, cause, ...counts });
    if (counts.profiles + counts.posts === 0) return counts;
    const reason = cause === 'marketplace_member' ? 'vendor_data_of_a_marketplace_member' : 'vendor_data_removed';
    const about = { organisationId, influencerId, accountId, platform, scope: 'vendor' as const };
    const data = { ...about, reason, deletedAt: new Date().toISOString() };
    await this.outbox.add(tx, CollectedDataDeleted, data, { aggregateVersion: 1 });
    return counts;
  }
}
