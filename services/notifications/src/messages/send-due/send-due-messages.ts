import { Injectable } from '@nestjs/common';
import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { messageWork } from '../persistence/message.repository';
import { SendDueMessageHandler } from './send-due-message.handler';

/**
 * As long as a mail server may take that is slow to every command of two mails, one behind the other, and the time to note them:
 * whose lease runs out before is sent twice.
 */
const leaseSeconds = 300;

@Injectable()
export class SendDueMessages extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly handler: SendDueMessageHandler,
  ) {
    super(routing, unitOfWork, { work: messageWork, leaseSeconds, concurrency: 4, pollMs: 500 });
  }

  protected override handle(claim: WorkClaim): Promise<unknown> {
    return this.handler.handle(claim);
  }
}
