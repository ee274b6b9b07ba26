import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { inviteWork } from '../persistence/invite.repository';
import { PollInviteHandler } from './poll-invite.handler';

@Injectable()
export class PollInvites implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(routing: RoutingPool, unitOfWork: UnitOfWork, handler: PollInviteHandler) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: inviteWork,
      leaseSeconds: 60,
      concurrency: 4,
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
