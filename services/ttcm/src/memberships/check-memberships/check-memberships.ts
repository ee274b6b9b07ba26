import { Injectable } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { membershipWork } from '../persistence/membership.repository';
import { CheckMembershipHandler } from './check-membership.handler';

@Injectable()
export class CheckMemberships extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly handler: CheckMembershipHandler,
  ) {
    super(routing, unitOfWork, { work: membershipWork, leaseSeconds: 60, concurrency: 2 });
  }

  protected override handle(claim: WorkClaim): Promise<unknown> {
    return this.handler.handle(claim);
  }
}
