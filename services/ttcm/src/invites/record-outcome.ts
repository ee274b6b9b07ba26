import { Injectable } from '@nestjs/common';
import {
  CreatorInvited,
  InviteAccepted,
  InviteExpired,
  InviteRejected,
  InviteSent,
  InviteUnanswered,
  type MarketplaceRule,
  type MarketplaceState,
} from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { NoteMembership } from '../memberships/note-membership';
import { openStates, type Invite, type InviteState } from './domain/invite';
import { InviteRepository } from './persistence/invite.repository';

/** An invitation of an account that is known here: only of such a one is a membership told. */
type OfAccount = Invite & { accountId: string };

/**
 * What became of an invitation, written once: the row is locked and only an open invitation moves, so a poll and an
 * answer that arrive together publish one event.
 */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly invites: InviteRepository,
    private readonly memberships: NoteMembership,
  ) {}

  invited(invite: Invite): Promise<void> {
    return this.#move(invite, ['SENDING', 'BY_HAND'], async (tx) => {
      await this.invites.sent(tx, invite.id);
      const { organisationId, influencerId, id: inviteId } = invite;
      const data = { organisationId, influencerId, inviteId, sentAt: now() };
      if (isOfAccount(invite)) {
        const aggregateVersion = await this.memberships.note(tx, invite, 'INVITED');
        await this.outbox.add(tx, InviteSent, { ...data, accountId: invite.accountId }, { aggregateVersion });
      } else await this.outbox.add(tx, CreatorInvited, data, { aggregateVersion: 1 });
    });
  }

  /** TikTok takes it from nobody but a person. */
  byHand(invite: Invite): Promise<void> {
    return this.#move(invite, ['SENDING'], (tx) => this.invites.move(tx, invite.id, 'BY_HAND'));
  }

  /** Still waits: once, when it is time, the creator is reminded by whoever hears of it. */
  async waiting(invite: Invite): Promise<void> {
    const { organisationId, influencerId, accountId, id: inviteId } = invite;
    const ids = { organisationId, influencerId, ...(accountId !== null && { accountId }), inviteId };
    const data = { ...ids, expiresAt: invite.expiresAt.toISOString(), observedAt: now() };
    await this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.invites.takeReminder(tx, inviteId))) return;
      const aggregateVersion = accountId === null ? 2 : await this.memberships.versionFor(tx, accountId);
      if (aggregateVersion !== null) await this.outbox.add(tx, InviteUnanswered, data, { aggregateVersion });
    });
  }

  rejected(invite: Invite, failedRules: readonly MarketplaceRule[]): Promise<void> {
    return this.#decide(invite, { state: 'REJECTED', failedRules }, 'NON_TTCM', async (tx, data, options) => {
      await this.outbox.add(tx, InviteRejected, { ...data, failedRules: [...failedRules], rejectedAt: now() }, options);
    });
  }

  /** Joined. `InviteAccepted` is published even when the answer to our invitation was lost. */
  accepted(invite: Invite): Promise<void> {
    return this.#decide(invite, { state: 'ACCEPTED' }, 'TTCM', async (tx, data, options) => {
      await this.outbox.add(tx, InviteAccepted, { ...data, acceptedAt: now() }, options);
    });
  }

  expired(invite: Invite): Promise<void> {
    return this.#decide(invite, { state: 'EXPIRED' }, 'NON_TTCM', async (tx, data, options) => {
      await this.outbox.add(tx, InviteExpired, { ...data, expiredAt: now() }, options);
    });
  }

  #decide(
    invite: Invite,
    { state, failedRules = [] }: { state: InviteState; failedRules?: readonly MarketplaceRule[] },
    membership: MarketplaceState,
    tell: (tx: Tx, data: ReturnType<typeof idsOf>, options: { aggregateVersion: number }) => Promise<void>,
  ): Promise<void> {
    return this.#move(invite, openStates, async (tx) => {
      await this.invites.move(tx, invite.id, state, failedRules);
      // Of somebody without an account here there is nothing to tell but to who invited them.
      if (!isOfAccount(invite)) return;
      await this.invites.giveAccount(tx, invite.id, invite.accountId);
      const aggregateVersion = await this.memberships.note(tx, invite, membership);
      await tell(tx, idsOf(invite), { aggregateVersion });
    });
  }

  async #move(invite: Invite, from: readonly InviteState[], work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.unitOfWork.tenant(invite.organisationId, async (tx) => {
      const current = await this.invites.lock(tx, invite.id);
      if (current && from.includes(current.state)) await work(tx);
    });
  }
}

const isOfAccount = (invite: Invite): invite is OfAccount => invite.accountId !== null;
const idsOf = ({ organisationId, influencerId, accountId, id: inviteId }: OfAccount) => ({
  organisationId,
  influencerId,
  accountId,
  inviteId,
});
const now = () => new Date().toISOString();
