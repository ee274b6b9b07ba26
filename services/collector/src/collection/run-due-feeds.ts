import { Injectable } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { CollectorSettings } from '../collector-settings';
import { DeleteHiddenDataHandler } from '../feeds/delete-hidden-data/delete-hidden-data.handler';
import { feedWork } from '../feeds/persistence/feed.repository';
import { CollectAccountHandler } from './collect-account/collect-account.handler';

/** Runs what is due on feeds: a collection while the feed is open, the deletion of hidden data once it is closed. */
@Injectable()
export class RunDueFeeds extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly collect: CollectAccountHandler,
    private readonly deleteHidden: DeleteHiddenDataHandler,
    settings: CollectorSettings,
  ) {
    super(routing, unitOfWork, {
      work: feedWork,
      // A first run over thousands of posts takes minutes; every page extends the right to write by proving the epoch.
      leaseSeconds: 900,
      concurrency: settings.concurrency,
      pollMs: 500,
    });
  }

  protected override async handle({ id: accountId, orgId: organisationId, epoch, attempts }: WorkClaim): Promise<void> {
    const lease = { accountId, organisationId, epoch, attempts };
    if ((await this.collect.handle(lease)) === 'stopped') await this.deleteHidden.handle(lease);
  }
}
