import { Controller } from '@nestjs/common';
import { InfluencerDataErased, InfluencerErased, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes, Outbox } from '@creator-connect/messaging';
import { rememberErased, type Tx } from '@creator-connect/persistence';
import { ForgetInfluencer } from './forget-influencer';

/** Nothing is left that says that this person was ever written to, and nothing more is sent. */
@Controller()
export class EraseInfluencer {
  constructor(
    private readonly forget: ForgetInfluencer,
    private readonly outbox: Outbox,
  ) {}

  @Consumes(InfluencerErased)
  async erase({ data: { organisationId, influencerId } }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    await rememberErased(tx, organisationId, influencerId);
    await this.forget.all(tx, influencerId);
    const erased = {
      organisationId,
      influencerId,
      service: 'notifications' as const,
      erasedAt: new Date().toISOString(),
    };
    await this.outbox.add(tx, InfluencerDataErased, erased, { aggregateVersion: 1 });
  }
}
