import { PlatformError } from '@creator-connect/platforms';
import { DueWorker, RoutingPool, settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import { isFresh } from '../grants/domain/grant';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { renewedFrom } from '../refresh/refresh-attempt';
import { RevocationCopies, type RevocationCopy } from './revocation-copies';
import {
  type Revocation,
  RevocationsRepository,
  type RevocationOutcome,
  revocationWork,
} from './revocations.repository';

const retrySeconds = (attempts: number) => Math.min(5 * 2 ** (attempts - 1), 3_600);

/** Tells the platform that a consent is over, for as long as it takes or the copy lasts. */
@Injectable()
export class TellPlatform extends DueWorker {
  private readonly logger = new Logger(TellPlatform.name);
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly revocations: RevocationsRepository,
    private readonly copies: RevocationCopies,
    private readonly grants: GrantsRepository,
    private readonly platforms: ConnectPlatforms,
    private readonly clock: Clock,
  ) {
    super(routing, unitOfWork, { work: revocationWork, leaseSeconds: 60, concurrency: 2, pollMs: 500 });
  }

  protected override async handle(claim: WorkClaim): Promise<void> {
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
    if (copyExpiresAt && copyExpiresAt <= this.clock.now()) return 'given_up';
    // One consent may carry other accounts, even in other organisations: then only our copies go (decision 10).
    if (personHash && (await this.grants.countLive(personHash)) > 0) return 'consent_in_use';
    const usable = await this.usable(revocation, this.copies.open(revocation, copyKey, copy));
    if (!usable) return 'not_needed';
    const { token, personId: platformUserId } = usable;
    await this.platforms.get(revocation.platform).grants.revoke({ token, platformUserId });
    return 'told';
  }

  /**
   * A platform may want a living token for its revocation: one that ended meanwhile is renewed, and kept. Undefined when
   * the platform has ended the consent by itself.
   */
  private async usable(revocation: Revocation, copy: RevocationCopy): Promise<RevocationCopy | undefined> {
    const { refresher } = this.platforms.get(revocation.platform).grants;
    if (!refresher || !copy.refreshToken || isFresh(copy.tokenExpiresAt, this.clock.now())) return copy;
    const tokens = await refresher.refresh(copy.refreshToken).catch(nullIfDead);
    if (!tokens) return undefined;
    const { access, accessExpiresAt, refresh } = renewedFrom(tokens);
    const renewed = {
      ...copy,
      token: access,
      tokenExpiresAt: accessExpiresAt,
      refreshToken: refresh ?? copy.refreshToken,
    };
    const sealed = this.copies.seal(revocation, renewed);
    await this.unitOfWork.tenant(revocation.organisationId, (tx) =>
      this.revocations.replaceCopy(tx, revocation.id, sealed),
    );
    return renewed;
  }
}

function nullIfDead(error: unknown): null {
  if (error instanceof PlatformError && error.kind === 'grant_dead') return null;
  throw error;
}
