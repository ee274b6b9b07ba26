import { DueWorker, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RefreshGrant } from './refresh-grant';
import { leaseSeconds } from './refresh-leases';
import { refreshWork } from './refresh-schedule';

/** Renews tokens at about 80 % of their life, before anybody needs them, and finishes what a dead process began. */
@Injectable()
export class RefreshDueTokens implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(routing: RoutingPool, unitOfWork: UnitOfWork, refreshing: RefreshGrant) {
    const handle = refreshing.run.bind(refreshing);
    this.worker = new DueWorker(routing, unitOfWork, { work: refreshWork, leaseSeconds, concurrency: 4, handle });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }
}
