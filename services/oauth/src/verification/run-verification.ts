import { settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { retryInSeconds } from '../retry-in-seconds';
import { VerificationsRepository, verificationWork } from './verifications.repository';
import { type VerificationOutcome, VerifyGrantHandler } from './verify-grant.handler';

/** One verification under its lease: asks, notes the outcome, and plans the next try where nothing was learned. */
@Injectable()
export class RunVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationsRepository,
    private readonly verifying: VerifyGrantHandler,
    private readonly clock: Clock,
  ) {}

  async run(claim: WorkClaim): Promise<VerificationOutcome> {
    const address = { grantId: claim.id, organisationId: claim.orgId };
    const outcome = await this.verifying.handle(address, claim.attempts);
    await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      await this.verifications.note(tx, claim.id, outcome.state);
      await settleWork(tx, verificationWork, claim, this.settlement(outcome, claim.attempts));
    });
    return outcome;
  }

  private settlement(outcome: VerificationOutcome, attempts: number) {
    if (outcome.state !== 'unknown') return { due: null };
    const { failure, retryAfterMs } = outcome;
    const inSeconds = retryAfterMs ? retryAfterMs / 1000 : retryInSeconds(failure, attempts, this.clock.now());
    return { due: { inSeconds }, error: failure.kind };
  }
}
