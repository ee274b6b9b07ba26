import { Controller } from '@nestjs/common';
import {
  AccountRemoved,
  InfluencerErased,
  VendorDataPurgeRequested,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { VendorRecordRepository } from '../persistence/vendor-record.repository';
import { PurgeVendorData } from './purge-vendor-data';

/** TikTok's policy: what came from a vendor about a marketplace account is removed. */
@Controller()
export class PurgeWhenMarketplace {
  constructor(
    private readonly purging: PurgeVendorData,
    private readonly records: VendorRecordRepository,
  ) {}

  @Consumes(VendorDataPurgeRequested)
  async requested({ data }: EventEnvelope<VendorDataPurgeRequested>, tx: Tx): Promise<void> {
    const { contacts = 0, ...about } = data;
    const influencerId = await currentInfluencer(tx, about.influencerId);
    if (!influencerId) return;
    await this.purging.purge(tx, { ...about, influencerId, platform: 'tiktok' }, 'marketplace_member', contacts);
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
