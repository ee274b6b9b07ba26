import { Controller } from '@nestjs/common';
import { InfluencerErased, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { FeedRepository } from '../persistence/feed.repository';

/** Erasure waits for nothing: the data of every account of the person is due for deletion now. */
@Controller()
export class EraseInfluencer {
  constructor(private readonly feeds: FeedRepository) {}

  @Consumes(InfluencerErased)
  async erase({ data }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    for (const accountId of data.accountIds) await this.feeds.close(tx, accountId, 'erased', '0 seconds');
  }
}
