import { Injectable } from '@nestjs/common';
import { settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { TtcmSettings } from '../../ttcm-settings';
import { MarketplaceClient, PlatformError } from '../marketplace';
import { InviteRepository, inviteWork } from '../persistence/invite.repository';
import { RecordOutcome } from '../record-outcome';

/** Looks what became of an open invitation. The marketplace sends no notice when somebody joins. */
@Injectable()
export class PollInviteHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invites: InviteRepository,
    private readonly outcomes: RecordOutcome,
    private readonly marketplace: MarketplaceClient,
    private readonly settings: TtcmSettings,
  ) {}

  async handle(claim: WorkClaim): Promise<void> {
    const invite = await this.unitOfWork.tenant(claim.orgId, (tx) => this.invites.find(tx, claim.id));
    if (!invite || (invite.state !== 'SENDING' && invite.state !== 'INVITED')) return;
    let error: string | undefined;
    try {
      const [answer] = await this.marketplace.status([invite.handle]);
      if (answer?.status === 'IN') return await this.outcomes.accepted(invite);
      if (answer?.status === 'INVITED' && invite.state === 'SENDING') await this.outcomes.invited(invite);
      // Our call never arrived: the person who asked was told so; they may ask again.
      if (answer?.status === 'NOT_IN' && invite.state === 'SENDING') return await this.outcomes.expired(invite);
      if (answer?.status === 'INVALID') return await this.outcomes.rejected(invite, ['rejected_by_tiktok']);
      if (invite.expiresAt <= new Date()) return await this.outcomes.expired(invite);
    } catch (cause) {
      if (!(cause instanceof PlatformError)) throw cause;
      error = `${cause.answer.api}:${cause.answer.code ?? cause.kind}`;
    }
    const due = { inSeconds: this.settings.wait.pollSeconds };
    await this.unitOfWork.tenant(claim.orgId, (tx) =>
      settleWork(tx, inviteWork, claim, { due, ...(error === undefined ? {} : { error }) }),
    );
  }
}
