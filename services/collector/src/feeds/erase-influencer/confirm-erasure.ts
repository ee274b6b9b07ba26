import { Injectable } from '@nestjs/common';
import { InfluencerDataErased } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { FeedRepository } from '../persistence/feed.repository';

/** Tells that nothing is left here of an erased person, once that is so. */
@Injectable()
export class ConfirmErasure {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly outbox: Outbox,
  ) {}

  async ifDone(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
    if (await this.feeds.anyOf(tx, influencerId)) return;
    const erased = { organisationId, influencerId, service: 'collector' as const, erasedAt: new Date().toISOString() };
    await this.outbox.add(tx, InfluencerDataErased, erased, { aggregateVersion: 1 });
  }
}
