import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { RunVerification } from './run-verification';
import { verificationLeaseSeconds, verificationWork } from './verifications.repository';

@Injectable()
export class VerifyDueGrants extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly running: RunVerification,
  ) {
    super(routing, unitOfWork, {
      work: verificationWork,
      leaseSeconds: verificationLeaseSeconds,
      concurrency: 4,
      pollMs: 500,
    });
  }

  protected override handle(claim: WorkClaim): Promise<unknown> {
    return this.running.run(claim);
  }
}
