import { Injectable, Logger } from '@nestjs/common';
import { AppError, newId, ttcmErrors } from '@creator-connect/contracts';
import { type InviteResult, isNotOffered, PlatformError } from '@creator-connect/platforms';
import { currentInfluencer, UnitOfWork } from '@creator-connect/persistence';
import { rulesAt } from '../../eligibility/domain/rule-sets';
import { checkEligibility } from '../../eligibility/domain/rules';
import type { DirectoryAccount } from '../../peers/account-directory';
import { TtcmSettings } from '../../ttcm-settings';
import { AcceptInvite } from '../accept-invite';
import type { Invite } from '../domain/invite';
import { InviteRepository, type NewInvite } from '../persistence/invite.repository';
import { RecordOutcome } from '../record-outcome';
import { InvitePeers } from './invite-peers';

/** An account that is here, or a handle of somebody who has none here yet. */
export type Invited = { accountId: string } | { influencerId: string; handle: string };

type Whom = Pick<NewInvite, 'organisationId' | 'influencerId' | 'accountId' | 'handle'>;

/** `not_offered`: TikTok takes no invitations from our app. */
type Answer = InviteResult | { outcome: 'not_offered' };

/** Invites somebody to the Creator Marketplace. A rule known to fail refuses before anything is sent. */
@Injectable()
export class SendInviteHandler {
  private readonly logger = new Logger(SendInviteHandler.name);
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invites: InviteRepository,
    private readonly outcomes: RecordOutcome,
    private readonly acceptance: AcceptInvite,
    private readonly peers: InvitePeers,
    private readonly settings: TtcmSettings,
  ) {}

  async handle(organisationId: string, invited: Invited): Promise<Invite> {
    const whom = 'accountId' in invited ? await this.#account(organisationId, invited.accountId) : undefined;
    return this.#invite(
      whom ?? (await this.#handle(organisationId, invited as { influencerId: string; handle: string })),
    );
  }

  async #account(organisationId: string, accountId: string): Promise<Whom> {
    const account = await this.peers.directory.account(organisationId, accountId);
    if (account.platform !== 'tiktok') throw new AppError(ttcmErrors.notTikTok);
    if (!account.handleTold) throw new AppError(ttcmErrors.handleNotTold);
    if (account.marketplace === 'TTCM') throw new AppError(ttcmErrors.alreadyMember);
    await this.#refuseKnownFailures(account);
    await this.peers.marketplaces.assertConnected(organisationId);
    return { organisationId, influencerId: account.influencerId, accountId, handle: account.handle };
  }

  async #handle(organisationId: string, invited: { influencerId: string; handle: string }): Promise<Whom> {
    const { influencerId } = invited;
    const handle = invited.handle.trim().replace(/^@/, '');
    await this.peers.directory.assertInfluencer(organisationId, influencerId);
    const [answer] = await this.#status(organisationId, handle);
    if (answer?.status === 'INVALID') throw new AppError(ttcmErrors.handleUnknown);
    return { organisationId, influencerId, accountId: null, handle };
  }

  async #status(organisationId: string, handle: string) {
    try {
      return await this.peers.marketplaces.status(organisationId, [handle]);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      throw new AppError(ttcmErrors.unavailable, { cause: error });
    }
  }

  async #invite(whom: Whom): Promise<Invite> {
    const byHand = this.settings.invitesBy === 'hand';
    // The intent is committed before the call: a crash in between leaves a SENDING row that the poll clears up.
    const id = newId();
    const { organisationId } = whom;
    const started = await this.unitOfWork.tenant(organisationId, async (tx) => {
      // The entry may have become part of another one since it was asked about.
      const influencerId = await currentInfluencer(tx, whom.influencerId);
      if (!influencerId) throw new AppError(ttcmErrors.notFound);
      const invite = { id, ...whom, influencerId, state: byHand ? ('BY_HAND' as const) : ('SENDING' as const) };
      return this.invites.start(tx, invite, this.settings.wait);
    });
    if (!started) throw new AppError(ttcmErrors.alreadyInvited);
    const invite = await this.#read(organisationId, id);
    if (byHand) return invite;
    await this.#apply(invite, await this.#ask(invite));
    return this.#read(organisationId, id);
  }

  async #refuseKnownFailures(account: DirectoryAccount): Promise<void> {
    const known = await this.peers.facts.known(account.organisationId, account.id);
    const rules = checkEligibility(known, rulesAt(new Date()));
    const failed = rules.filter((result) => result.outcome === 'not_met');
    if (failed.length === 0) return;
    throw new AppError(ttcmErrors.ineligible, {
      extra: { failedRules: failed.map((result) => result.rule), rules },
    });
  }

  async #ask(invite: Invite): Promise<Answer | undefined> {
    try {
      const [result] = await this.peers.marketplaces.invite(invite.organisationId, [invite.handle]);
      return result;
    } catch (error) {
      if (isNotOffered(error)) {
        // An operator may know a way to get it, or spares everybody the asking (TTCM_INVITES_BY).
        this.logger.warn({ err: error }, 'TikTok takes no invitations from this app; they are sent by hand');
        return { outcome: 'not_offered' };
      }
      // Refused before it was sent: TikTok takes the agency's token no longer.
      if (error instanceof AppError) await this.outcomes.expired(invite);
      if (!(error instanceof PlatformError)) throw error;
      // A lost answer leaves the invitation SENDING: the next poll finds out whether it arrived. Only when it surely did
      // not arrive may the button be pressed again at once.
      if (error.outcome !== 'unknown') await this.outcomes.expired(invite);
      throw new AppError(ttcmErrors.unavailable, { cause: error });
    }
  }

  async #apply(invite: Invite, result: Answer | undefined): Promise<void> {
    switch (result?.outcome) {
      case 'invited':
        return this.outcomes.invited(invite);
      case 'in_marketplace':
        return this.acceptance.accept(invite);
      case 'not_offered':
        return this.outcomes.byHand(invite);
      case 'rejected':
        await this.outcomes.rejected(invite, result.rules);
        throw new AppError(ttcmErrors.rejected, { extra: { failedRules: [...result.rules] } });
      default:
        throw new AppError(ttcmErrors.unavailable);
    }
  }

  #read(organisationId: string, id: string): Promise<Invite> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const invite = await this.invites.find(tx, id);
      if (!invite) throw new AppError(ttcmErrors.notFound);
      return invite;
    });
  }
}
