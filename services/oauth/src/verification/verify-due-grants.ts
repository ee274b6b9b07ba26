import { DueWorker, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RunVerification } from './run-verification';
import { verificationLeaseSeconds, verificationWork } from './verifications.repository';

@Injectable()
export class VerifyDueGrants implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(routing: RoutingPool, unitOfWork: UnitOfWork, running: RunVerification) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: verificationWork,
      leaseSeconds: verificationLeaseSeconds,
      concurrency: 4,
      pollMs: 500,
      handle: (claim) => running.run(claim),
    });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }
}
