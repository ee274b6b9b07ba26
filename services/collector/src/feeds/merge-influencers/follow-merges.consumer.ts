import { Controller } from '@nestjs/common';
import { InfluencerMerged, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { rememberMerged, type Tx } from '@creator-connect/persistence';
import { VendorRecordRepository } from '../../vendor-data/persistence/vendor-record.repository';
import { FeedRepository } from '../persistence/feed.repository';

/** Two entries of one person are one: what was collected stays with its account, and the account is the kept one's. */
@Controller()
export class FollowMerges {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly vendorRecords: VendorRecordRepository,
  ) {}

  @Consumes(InfluencerMerged)
  async merged({ data }: EventEnvelope<InfluencerMerged>, tx: Tx): Promise<void> {
    const { influencerId } = data;
    const keptId = await rememberMerged(tx, data);
    if (keptId) {
      await this.feeds.reassign(tx, influencerId, keptId);
      await this.vendorRecords.reassign(tx, influencerId, keptId);
      return;
    }
    for (const accountId of await this.feeds.idsOf(tx, influencerId)) {
      await this.feeds.close(tx, accountId, 'erased', '0 seconds');
    }
    await this.vendorRecords.erase(tx, influencerId);
  }
}
