import { Injectable } from '@nestjs/common';
import { AudienceCollected, CollectedDataDeleted, PostCollected, ProfileCollected } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { isErased, UnitOfWork } from '@creator-connect/persistence';
import type { FeedLease } from '../domain/feed';
import { ConfirmErasure } from '../erase-influencer/confirm-erasure';
import { FeedRepository } from '../persistence/feed.repository';

/** Deletes what was hidden once its time has come, and tells consumers to delete their copies. */
@Injectable()
export class DeleteHiddenDataHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly feeds: FeedRepository,
    private readonly confirm: ConfirmErasure,
  ) {}

  async handle(lease: FeedLease): Promise<void> {
    await this.unitOfWork.tenant(lease.organisationId, async (tx) => {
      const feed = await this.feeds.find(tx, lease.accountId);
      // Authenticated again in the meantime, or a run that was stopped by the revocation itself.
      if (!feed?.deleteDue || feed.status !== 'closed') return;
      const version = await this.feeds.deleteData(tx, lease.accountId);
      if (version === undefined) return;
      const { organisationId, influencerId, accountId, platform, closedCause } = feed;
      await this.outbox.forget(tx, [ProfileCollected, PostCollected, AudienceCollected], accountId);
      await this.outbox.add(
        tx,
        CollectedDataDeleted,
        {
          organisationId,
          influencerId,
          accountId,
          platform,
          scope: 'all',
          reason: closedCause ?? 'revoked',
          deletedAt: new Date().toISOString(),
        },
        { aggregateVersion: version },
      );
      if (!(await isErased(tx, influencerId))) return;
      await this.feeds.remove(tx, accountId);
      await this.confirm.ifDone(tx, organisationId, influencerId);
    });
  }
}
