import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { membershipWork } from '../persistence/membership.repository';
import { CheckMembershipHandler } from './check-membership.handler';

@Injectable()
export class CheckMemberships implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(routing: RoutingPool, unitOfWork: UnitOfWork, handler: CheckMembershipHandler) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: membershipWork,
      leaseSeconds: 60,
      concurrency: 2,
      handle: (claim) => handler.handle(claim),
    });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }
}
