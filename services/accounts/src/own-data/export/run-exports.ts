import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { exportWork, leaseSeconds } from './persistence/data-export.repository';
import { RunExportHandler } from './run-export.handler';

/** Two at a time: each holds a connection of every service that it reads from. */
@Injectable()
export class RunExports implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(routing: RoutingPool, unitOfWork: UnitOfWork, handler: RunExportHandler) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: exportWork,
      leaseSeconds,
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

  wake(): void {
    this.worker.wake();
  }
}
