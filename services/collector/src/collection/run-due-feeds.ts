import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { CollectorSettings } from '../collector-settings';
import { DeleteHiddenDataHandler } from '../feeds/delete-hidden-data/delete-hidden-data.handler';
import { feedWork } from '../feeds/persistence/feed.repository';
import { CollectAccountHandler } from './collect-account/collect-account.handler';

/** Runs what is due on feeds: a collection while the feed is open, the deletion of hidden data once it is closed. */
@Injectable()
export class RunDueFeeds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    collect: CollectAccountHandler,
    deleteHidden: DeleteHiddenDataHandler,
    settings: CollectorSettings,
  ) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: feedWork,
      // A first run over thousands of posts takes minutes; every page extends the right to write by proving the epoch.
      leaseSeconds: 900,
      concurrency: settings.concurrency,
      pollMs: 500,
      handle: async (claim) => {
        const { id: accountId, orgId: organisationId, epoch, attempts } = claim;
        const lease = { accountId, organisationId, epoch, attempts };
        if ((await collect.handle(lease)) === 'stopped') await deleteHidden.handle(lease);
      },
    });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }
}
