import { Injectable } from '@nestjs/common';
import { AppError } from '@creator-connect/contracts';
import { PlatformError } from '@creator-connect/platforms';
import { settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { CheckingPace } from '../../agency/call-pace';
import { Marketplaces } from '../../agency/marketplaces';
import { TtcmSettings } from '../../ttcm-settings';
import { AcceptInvite } from '../accept-invite';
import { openStates, type Invite } from '../domain/invite';
import { InviteRepository, inviteWork } from '../persistence/invite.repository';
import { RecordOutcome } from '../record-outcome';

/** Looks at one open invitation: joined, rejected, still waiting, or waited for long enough. */
@Injectable()
export class PollInviteHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invites: InviteRepository,
    private readonly outcomes: RecordOutcome,
    private readonly acceptance: AcceptInvite,
    private readonly marketplaces: Marketplaces,
    private readonly pace: CheckingPace,
    private readonly settings: TtcmSettings,
  ) {}

  async handle(claim: WorkClaim): Promise<void> {
    const invite = await this.unitOfWork.tenant(claim.orgId, (tx) => this.invites.find(tx, claim.id));
    if (!invite || !openStates.includes(invite.state)) return;
    let error: string | undefined;
    try {
      if (await this.#decided(invite)) return;
    } catch (cause) {
      if (cause instanceof PlatformError) error = `${cause.answer.api}:${cause.answer.code ?? cause.kind}`;
      else if (cause instanceof AppError) {
        error = cause.code;
        // Nobody can be asked while the agency is not connected; the wait ends all the same.
        if (invite.expiresAt <= new Date()) return this.outcomes.expired(invite);
      } else throw cause;
    }
    const due = { inSeconds: this.settings.wait.pollSeconds };
    await this.unitOfWork.tenant(claim.orgId, (tx) =>
      settleWork(tx, inviteWork, claim, { due, ...(error === undefined ? {} : { error }) }),
    );
  }

  async #decided(invite: Invite): Promise<boolean> {
    await this.pace.turn();
    const [answer] = await this.marketplaces.status(invite.organisationId, [invite.handle]);
    const sending = invite.state === 'SENDING';
    if (answer?.status === 'IN') await this.acceptance.accept(invite);
    else if (answer?.status === 'INVALID') await this.outcomes.rejected(invite, ['rejected_by_tiktok']);
    // Our call never arrived: the person who asked was told so; they may ask again.
    else if (invite.expiresAt <= new Date() || (sending && answer?.status === 'NOT_IN'))
      await this.outcomes.expired(invite);
    else {
      if (answer?.status !== 'INVITED') return false;
      // Whoever is told of it only now is not reminded of it in the same breath.
      if (invite.state === 'INVITED') await this.outcomes.waiting(invite);
      else await this.outcomes.invited(invite);
      return false;
    }
    return true;
  }
}
