import { Controller } from '@nestjs/common';
import {
  AccountRemoved,
  InfluencerErased,
  newId,
  VendorDataPurgeRequested,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { VendorRecordRepository } from '../persistence/vendor-record.repository';
import { PurgeVendorData } from './purge-vendor-data';

/** TikTok's policy: what came from a vendor about a marketplace account is removed. A member may want that of any account. */
@Controller()
export class PurgeWhenMarketplace {
  constructor(
    private readonly purging: PurgeVendorData,
    private readonly records: VendorRecordRepository,
  ) {}

  @Consumes(VendorDataPurgeRequested)
  async requested({ data }: EventEnvelope<VendorDataPurgeRequested>, tx: Tx): Promise<void> {
    const { contacts = 0, cause = 'marketplace_member', purgeId: id = newId(), organisationId, accountId } = data;
    const influencerId = await currentInfluencer(tx, data.influencerId);
    if (!influencerId) return;
    await this.purging.purge(tx, { organisationId, influencerId, accountId }, { id, cause, contacts });
  }

  @Consumes(AccountRemoved)
  async removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    await this.records.forget(tx, data.accountId);
  }

  @Consumes(InfluencerErased)
  async erased({ data }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    for (const accountId of data.accountIds) await this.records.forget(tx, accountId);
    await this.records.erase(tx, data.influencerId);
  }
}
