import { Injectable } from '@nestjs/common';
import { AppError } from '@creator-connect/contracts';
import { DueWorker, RoutingPool, settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { NotificationsSettings } from '../../notifications-settings';
import { identityWork, OutboundEmailRepository } from '../persistence/outbound-email.repository';
import { CheckIdentity } from './check-identity';

/** The click on AWS's link happens in a mailbox, of which nobody tells: AWS is asked until it has an answer. */
@Injectable()
export class CheckIdentities extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly identities: OutboundEmailRepository,
    private readonly checking: CheckIdentity,
    private readonly settings: NotificationsSettings,
  ) {
    super(routing, unitOfWork, { work: identityWork, leaseSeconds: 60, concurrency: 1 });
  }

  protected override async handle(claim: WorkClaim): Promise<void> {
    let error: string | undefined;
    try {
      await this.checking.check(claim.orgId);
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      error = cause.code;
    }
    await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const proposal = (await this.identities.find(tx))?.proposal;
      const waits = proposal?.via === 'ses' && proposal.state === 'PENDING';
      const due = waits ? { inSeconds: this.settings.sesPollSeconds } : null;
      await settleWork(tx, identityWork, claim, { due, ...(error !== undefined && { error }) });
    });
  }
}
