import { Injectable } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { inviteWork } from '../persistence/invite.repository';
import { PollInviteHandler } from './poll-invite.handler';

@Injectable()
export class PollInvites extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly handler: PollInviteHandler,
  ) {
    super(routing, unitOfWork, { work: inviteWork, leaseSeconds: 60, concurrency: 4 });
  }

  protected override handle(claim: WorkClaim): Promise<unknown> {
    return this.handler.handle(claim);
  }
}
