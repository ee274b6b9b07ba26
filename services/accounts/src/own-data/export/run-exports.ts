import { Injectable } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { exportWork, leaseSeconds } from './persistence/data-export.repository';
import { RunExportHandler } from './run-export.handler';

/** Two at a time: each holds a connection of every service that it reads from. */
@Injectable()
export class RunExports extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly handler: RunExportHandler,
  ) {
    super(routing, unitOfWork, { work: exportWork, leaseSeconds, concurrency: 2 });
  }

  protected override handle(claim: WorkClaim): Promise<unknown> {
    return this.handler.handle(claim);
  }
}
