import { Controller } from '@nestjs/common';
import { CollectedDataDeleted, DataDeletionRequested, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes, Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { FeedRepository } from '../persistence/feed.repository';

const reason = 'data_deletion_requested';

/**
 * The person asked for it at the platform: nothing waits for a change of mind. Where nothing was ever collected that is
 * said as well, for somebody waits to hear that it is gone.
 */
@Controller()
export class DeleteOnRequest {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly outbox: Outbox,
  ) {}

  @Consumes(DataDeletionRequested)
  async handle({ data }: EventEnvelope<DataDeletionRequested>, tx: Tx): Promise<void> {
    if (await this.feeds.close(tx, data.accountId, reason, '0 seconds')) return;
    const { organisationId, influencerId, accountId, platform } = data;
    const deletedAt = new Date().toISOString();
    const deleted = { organisationId, influencerId, accountId, platform, scope: 'all' as const, reason, deletedAt };
    await this.outbox.add(tx, CollectedDataDeleted, deleted, { aggregateVersion: 1 });
  }
}
