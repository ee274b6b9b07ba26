import { Injectable } from '@nestjs/common';
import { CollectedDataDeleted } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import type { OutlivedCause } from '../domain/collection-gap';
import type { Feed, FeedLease } from '../domain/feed';
import { FeedRepository } from '../persistence/feed.repository';
import { GapRepository } from '../persistence/gap.repository';

/** Deletes what is too old to keep, and tells consumers to delete their copies. */
@Injectable()
export class ForgetOutlivedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly feeds: FeedRepository,
    private readonly gaps: GapRepository,
  ) {}

  /** The feed as it is afterwards; null where the right to write is lost. */
  handle(feed: Feed, lease: FeedLease): Promise<Feed | null> {
    const { organisationId, influencerId, accountId, platform } = feed;
    const reason: OutlivedCause = feed.grantTold ? 'grant_outlived' : 'not_told_again';
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.gaps.noteOutlived(tx, organisationId, accountId, reason);
      const aggregateVersion = await this.feeds.forgetOutlived(tx, lease);
      if (aggregateVersion === undefined) return null;
      const deletedAt = new Date().toISOString();
      const told = { organisationId, influencerId, accountId, platform, scope: 'all' as const };
      await this.outbox.add(tx, CollectedDataDeleted, { ...told, reason, deletedAt }, { aggregateVersion });
      return this.feeds.find(tx, accountId);
    });
  }
}
