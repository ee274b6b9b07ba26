import { Injectable } from '@nestjs/common';
import { AppError, ttcmErrors, type MarketplaceState } from '@creator-connect/contracts';
import { PlatformError, type MarketplaceCreatorStatus } from '@creator-connect/platforms';
import { settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { CheckingPace } from '../../agency/call-pace';
import { Marketplaces } from '../../agency/marketplaces';
import { AccountDirectory } from '../../peers/account-directory';
import { TtcmSettings } from '../../ttcm-settings';
import { NoteMembership } from '../note-membership';
import { MembershipRepository, membershipWork, type Membership } from '../persistence/membership.repository';

/** What an answer says of a membership. A handle that is unknown or left out says nothing: it may have been renamed. */
const told: Partial<Record<string, MarketplaceState>> = { IN: 'TTCM', INVITED: 'INVITED', NOT_IN: 'NON_TTCM' };

/** Asks the marketplace about one known account: who joined or left by themselves is noticed. */
@Injectable()
export class CheckMembershipHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: MembershipRepository,
    private readonly noting: NoteMembership,
    private readonly marketplaces: Marketplaces,
    private readonly directory: AccountDirectory,
    private readonly pace: CheckingPace,
    private readonly settings: TtcmSettings,
  ) {}

  async handle(claim: WorkClaim): Promise<void> {
    const membership = await this.unitOfWork.tenant(claim.orgId, (tx) => this.memberships.find(tx, claim.id));
    if (!membership) return;
    let due: Date | { inSeconds: number } = { inSeconds: this.settings.wait.membershipSeconds };
    let error: string | undefined;
    let answer: MarketplaceCreatorStatus | undefined;
    try {
      answer = await this.#ask(membership);
    } catch (cause) {
      if (!(cause instanceof PlatformError) && !(cause instanceof AppError)) throw cause;
      error = cause instanceof PlatformError ? cause.kind : cause.code;
      if (cause instanceof PlatformError) due = this.#again(cause);
    }
    await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const mine = await settleWork(tx, membershipWork, claim, { due, ...(error !== undefined && { error }) });
      if (!mine || answer === undefined) return;
      await this.memberships.answered(tx, claim.id, answer);
      const to = told[answer];
      // TikTok One never says that an invitation is open: that its answer is no proof against one.
      const isProof = to !== undefined && !(to === 'NON_TTCM' && membership.state === 'INVITED');
      if (isProof) await this.noting.note(tx, membership, to);
    });
  }

  /** What TikTok could not answer is asked again before it is somebody's turn by itself. */
  #again({ failure }: PlatformError): Date | { inSeconds: number } {
    if (failure.kind === 'throttled') return failure.until;
    const { pollSeconds, membershipSeconds } = this.settings.wait;
    return { inSeconds: Math.min(pollSeconds, membershipSeconds) };
  }

  async #ask({ organisationId, accountId }: Membership): Promise<MarketplaceCreatorStatus | undefined> {
    await this.marketplaces.assertConnected(organisationId);
    const { handle, handleTold } = await this.directory.account(organisationId, accountId);
    if (!handleTold) throw new AppError(ttcmErrors.handleNotTold);
    await this.pace.turn();
    const [answer] = await this.marketplaces.status(organisationId, [handle]);
    return answer?.status;
  }
}
