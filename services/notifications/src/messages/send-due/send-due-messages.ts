import { Injectable } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { messageWork } from '../persistence/message.repository';
import { SendDueMessageHandler } from './send-due-message.handler';

@Injectable()
export class SendDueMessages extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly handler: SendDueMessageHandler,
  ) {
    super(routing, unitOfWork, { work: messageWork, leaseSeconds: 120, concurrency: 4, pollMs: 500 });
  }

  protected override handle(claim: WorkClaim): Promise<unknown> {
    return this.handler.handle(claim);
  }
}
