import { PlatformError } from '@creator-connect/platforms';
import { DueWorker, RoutingPool, settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import { isFresh } from '../grants/domain/grant';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { renewedFrom } from '../refresh/refresh-attempt';
import { OpenAttempts } from './open-attempts';
import { RevocationOrdersRepository } from './orders/revocation-orders.repository';
import { RevocationCopies, type RevocationCopy } from './revocation-copies';
import {
  type Revocation,
  RevocationsRepository,
  type RevocationOutcome,
  revocationWork,
} from './revocations.repository';

/** What a receipt waits for may take a moment, as long as a platform is away, or until a person has chosen. */
const waitSeconds = ({ tokensDestroyedAt }: Revocation) =>
  Math.min(Math.max((Date.now() - tokensDestroyedAt.getTime()) / 1000, 1), 30);
/** Why it is not known yet whether the platform is to be told. */
type Open = 'order_open' | 'attempt_open';

const retrySeconds = (attempts: number) => Math.min(5 * 2 ** (attempts - 1), 3_600);

/** Tells the platform that a consent is over, for as long as it takes or the copy lasts. */
@Injectable()
export class TellPlatform extends DueWorker {
  private readonly logger = new Logger(TellPlatform.name);
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly revocations: RevocationsRepository,
    private readonly orders: RevocationOrdersRepository,
    private readonly attempts: OpenAttempts,
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
      await this.unitOfWork.tenant(claim.orgId, async (tx) => {
        if (!isOpen(outcome)) return this.revocations.close(tx, claim.id, outcome);
        const due = { inSeconds: waitSeconds(revocation) };
        await settleWork(tx, revocationWork, claim, { due, waitsFor: outcome });
      });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      this.logger.warn({ err: error, revocationId: claim.id }, 'a platform could not be told yet');
      const due = { inSeconds: retrySeconds(claim.attempts) };
      await this.unitOfWork.tenant(claim.orgId, (tx) =>
        settleWork(tx, revocationWork, claim, { due, error: error.kind }),
      );
    }
  }

  private async tell(revocation: Revocation): Promise<RevocationOutcome | Open> {
    const { copyKey, copy, copyExpiresAt, personHash, orderId } = revocation;
    if (!copyKey || !copy) return 'not_needed';
    if (copyExpiresAt && copyExpiresAt <= this.clock.now()) return 'given_up';
    // Before the accounts: what is confirmed in between is one of them.
    const isAwaited = await this.isAwaited(revocation);
    // One consent may carry other accounts, even in other organisations: then only our copies go (decision 10).
    if (personHash && (await this.grants.countLive(personHash)) > 0) {
      // What rests on it now may be next in the same order.
      return orderId && (await this.orders.isOpen(orderId)) ? 'order_open' : 'consent_in_use';
    }
    if (isAwaited) return 'attempt_open';
    const usable = await this.usable(revocation, this.copies.open(revocation, copyKey, copy));
    if (!usable) return 'not_needed';
    const { token, personId: platformUserId } = usable;
    await this.platforms.get(revocation.platform).grants.revoke({ token, platformUserId });
    return 'told';
  }

  /**
   * A platform takes back everything that its person agreed to, also what waits in another tab for a choice. Who revokes
   * is not kept waiting by an attempt that they left, nor is a consent kept that allows more than reading.
   */
  private async isAwaited(revocation: Revocation): Promise<boolean> {
    const { reason, personHash, organisationId } = revocation;
    if (!personHash || (reason !== 'other_account' && reason !== 'discarded')) return false;
    return this.unitOfWork.tenant(organisationId, (tx) => this.attempts.mayNeed(tx, revocation));
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

const isOpen = (outcome: RevocationOutcome | Open): outcome is Open =>
  outcome === 'order_open' || outcome === 'attempt_open';

function nullIfDead(error: unknown): null {
  if (error instanceof PlatformError && error.kind === 'grant_dead') return null;
  throw error;
}
