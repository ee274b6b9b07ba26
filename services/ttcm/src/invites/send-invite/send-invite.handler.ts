import { Injectable } from '@nestjs/common';
import { AppError, newId, ttcmErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { PlatformError, type InviteResult } from '../marketplace';
import { checkEligibility } from '../../eligibility/domain/rules';
import type { DirectoryAccount } from '../../peers/account-directory';
import { TtcmSettings } from '../../ttcm-settings';
import type { Invite } from '../domain/invite';
import { InviteRepository } from '../persistence/invite.repository';
import { RecordOutcome } from '../record-outcome';
import { InvitePeers } from './invite-peers';

/** Invites a TikTok account to the Creator Marketplace. A rule known to fail refuses before anything is sent. */
@Injectable()
export class SendInviteHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invites: InviteRepository,
    private readonly outcomes: RecordOutcome,
    private readonly peers: InvitePeers,
    private readonly settings: TtcmSettings,
  ) {}

  async handle(organisationId: string, accountId: string): Promise<Invite> {
    const account = await this.peers.directory.account(organisationId, accountId);
    if (account.platform !== 'tiktok') throw new AppError(ttcmErrors.notTikTok);
    if (account.marketplace === 'TTCM') throw new AppError(ttcmErrors.alreadyMember);
    await this.#refuseKnownFailures(account);

    // The intent is committed before the call: a crash in between leaves a SENDING row that the poll clears up.
    const id = newId();
    const started = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.invites.start(
        tx,
        { id, organisationId, influencerId: account.influencerId, accountId, handle: account.handle },
        this.settings.wait,
      ),
    );
    if (!started) throw new AppError(ttcmErrors.alreadyInvited);
    const invite = await this.#read(organisationId, id);
    await this.#apply(invite, await this.#ask(invite));
    return this.#read(organisationId, id);
  }

  async #refuseKnownFailures(account: DirectoryAccount): Promise<void> {
    const rules = checkEligibility(await this.peers.facts.known(account.organisationId, account.id));
    const failed = rules.filter((result) => result.outcome === 'not_met');
    if (failed.length === 0) return;
    throw new AppError(ttcmErrors.ineligible, {
      detail: failed.map((result) => result.explanation).join(' '),
      extra: { failedRules: failed.map((result) => result.rule), rules },
    });
  }

  async #ask(invite: Invite): Promise<InviteResult | undefined> {
    try {
      const [result] = await this.peers.marketplace.invite([invite.handle]);
      return result;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      // A lost answer leaves the invitation SENDING: the next poll finds out whether it arrived. Only when it surely did
      // not arrive may the button be pressed again at once.
      if (error.outcome !== 'unknown') await this.outcomes.expired(invite);
      throw new AppError(ttcmErrors.unavailable, { cause: error });
    }
  }

  async #apply(invite: Invite, result: InviteResult | undefined): Promise<void> {
    switch (result?.outcome) {
      case 'invited':
        return this.outcomes.invited(invite);
      case 'in_marketplace':
        return this.outcomes.accepted(invite);
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
