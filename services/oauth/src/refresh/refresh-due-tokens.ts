import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { RefreshGrant } from './refresh-grant';
import { leaseSeconds } from './refresh-leases';
import { refreshWork } from './refresh-schedule';

/** Renews tokens at about 80 % of their life, before anybody needs them, and finishes what a dead process began. */
@Injectable()
export class RefreshDueTokens extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly refreshing: RefreshGrant,
  ) {
    super(routing, unitOfWork, { work: refreshWork, leaseSeconds, concurrency: 4 });
  }

  protected override handle(claim: WorkClaim): Promise<unknown> {
    return this.refreshing.run(claim);
  }
}
