import { PlatformError } from '@creator-connect/platforms';
import { DueWorker, RoutingPool, settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { RevocationCopies } from './revocation-copies';
import {
  type Revocation,
  RevocationsRepository,
  type RevocationOutcome,
  revocationWork,
} from './revocations.repository';

const retrySeconds = (attempts: number) => Math.min(5 * 2 ** (attempts - 1), 3_600);

/** Tells the platform that a consent is over, for as long as it takes or the copy lasts. */
@Injectable()
export class TellPlatform implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(TellPlatform.name);
  private readonly worker: DueWorker;

  constructor(
    routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly revocations: RevocationsRepository,
    private readonly copies: RevocationCopies,
    private readonly grants: GrantsRepository,
    private readonly platforms: ConnectPlatforms,
  ) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: revocationWork,
      leaseSeconds: 60,
      concurrency: 2,
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
    const revocation = await this.unitOfWork.tenant(claim.orgId, (tx) => this.revocations.find(tx, claim.id));
    if (!revocation) return;
    try {
      const outcome = await this.tell(revocation);
      await this.unitOfWork.tenant(claim.orgId, (tx) => this.revocations.close(tx, claim.id, outcome));
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      this.logger.warn({ err: error, revocationId: claim.id }, 'a platform could not be told yet');
      const due = { inSeconds: retrySeconds(claim.attempts) };
      await this.unitOfWork.tenant(claim.orgId, (tx) =>
        settleWork(tx, revocationWork, claim, { due, error: error.kind }),
      );
    }
  }

  private async tell(revocation: Revocation): Promise<RevocationOutcome> {
    const { copyKey, copy, copyExpiresAt, personHash } = revocation;
    if (!copyKey || !copy) return 'not_needed';
    if (copyExpiresAt && copyExpiresAt <= new Date()) return 'given_up';
    // One consent may carry other accounts, even in other organisations: then only our copies go (decision 10).
    if (personHash && (await this.grants.countLive(personHash)) > 0) return 'consent_in_use';
    const { token, personId } = this.copies.open(revocation, copyKey, copy);
    await this.platforms.get(revocation.platform).grants.revoke({ token, platformUserId: personId });
    return 'told';
  }
}
