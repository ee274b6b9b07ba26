import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { messageWork } from '../persistence/message.repository';
import { SendDueMessageHandler } from './send-due-message.handler';

@Injectable()
export class SendDueMessages implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(routing: RoutingPool, unitOfWork: UnitOfWork, handler: SendDueMessageHandler) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: messageWork,
      leaseSeconds: 120,
      concurrency: 4,
      pollMs: 500,
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
