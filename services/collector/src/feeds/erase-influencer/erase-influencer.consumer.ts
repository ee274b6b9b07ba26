import { Controller } from '@nestjs/common';
import { InfluencerErased, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { rememberErased, type Tx } from '@creator-connect/persistence';
import { FeedRepository } from '../persistence/feed.repository';
import { ConfirmErasure } from './confirm-erasure';

/** Erasure waits for nothing: the data of every account of the person is due for deletion now, by the worker. */
@Controller()
export class EraseInfluencer {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly confirm: ConfirmErasure,
  ) {}

  @Consumes(InfluencerErased)
  async erase({ data: { organisationId, influencerId } }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    await rememberErased(tx, organisationId, influencerId);
    for (const accountId of await this.feeds.idsOf(tx, influencerId)) {
      await this.feeds.close(tx, accountId, 'erased', '0 seconds');
    }
    await this.confirm.ifDone(tx, organisationId, influencerId);
  }
}
