import { DueWorker, RoutingPool, settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { VerificationsRepository, verificationWork } from './verifications.repository';
import { VerifyGrantHandler } from './verify-grant.handler';

/** Half a minute, doubled up to six hours: a platform that answers nothing useful is not hammered. */
const retrySeconds = (attempts: number) => Math.min(30 * 2 ** (attempts - 1), 21_600);

@Injectable()
export class VerifyDueGrants implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(
    routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationsRepository,
    private readonly verify: VerifyGrantHandler,
  ) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: verificationWork,
      leaseSeconds: 90,
      concurrency: 4,
      pollMs: 500,
      handle: (claim) => this.work(claim),
    });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }

  private async work(claim: WorkClaim): Promise<void> {
    const outcome = await this.verify.handle({ grantId: claim.id, organisationId: claim.orgId });
    // An ended grant takes its row along.
    if (outcome === 'ended') return;
    await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      await this.verifications.note(tx, claim.id, outcome);
      const retry = { due: { inSeconds: retrySeconds(claim.attempts) }, error: 'unknown' };
      await settleWork(tx, verificationWork, claim, outcome === 'alive' ? { due: null } : retry);
    });
  }
}
