import { settleWork, type Tx, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { retryInSeconds } from '../retry-in-seconds';
import { VerificationSweep } from './verification-sweep';
import { VerificationsRepository, verificationWork } from './verifications.repository';
import { type VerificationOutcome, VerifyGrantHandler } from './verify-grant.handler';

/** One verification under its lease: asks, notes the outcome, and plans the next look. */
@Injectable()
export class RunVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationsRepository,
    private readonly verifying: VerifyGrantHandler,
    private readonly grants: GrantsRepository,
    private readonly sweep: VerificationSweep,
    private readonly clock: Clock,
  ) {}

  async run(claim: WorkClaim, { endedToo }: { endedToo?: boolean } = {}): Promise<VerificationOutcome> {
    const address = { grantId: claim.id, organisationId: claim.orgId };
    const task = await this.unitOfWork.tenant(claim.orgId, (tx) => this.verifications.task(tx, claim.id));
    const goneBefore = task.goneSeen;
    const outcome = await this.verifying.handle(address, { endedToo: endedToo ?? task.endedToo, goneBefore });
    await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      await this.verifications.note(tx, claim.id, outcome.state, goneSeen(outcome, goneBefore));
      await settleWork(tx, verificationWork, claim, await this.settlement(tx, claim, outcome));
    });
    return outcome;
  }

  private async settlement(tx: Tx, { id, attempts }: WorkClaim, outcome: VerificationOutcome) {
    if (outcome.state === 'unknown') {
      const { failure, retryAfterMs } = outcome;
      const inSeconds = retryAfterMs ? retryAfterMs / 1000 : retryInSeconds(failure, attempts, this.clock.now());
      return { due: { inSeconds }, error: failure.kind };
    }
    const grant = await this.grants.find(tx, id);
    return { due: grant?.state === 'live' ? { inSeconds: await this.sweep.inSeconds(grant) } : null };
  }
}

function goneSeen(outcome: VerificationOutcome, before: number): number {
  if (outcome.state !== 'unknown') return 0;
  return outcome.failure.kind === 'account_gone' ? before + 1 : before;
}
