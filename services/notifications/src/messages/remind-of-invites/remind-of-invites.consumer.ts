import { Controller } from '@nestjs/common';
import {
  AccountRemoved,
  AccountStateChanged,
  InviteAccepted,
  InviteExpired,
  InviteRejected,
  InviteUnanswered,
  isTakenBack,
  pausedCause,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { MessageRepository } from '../persistence/message.repository';
import { InviteReminderRepository } from './persistence/invite-reminder.repository';

/**
 * One reminder of a marketplace invitation that nobody has answered. When it is time is known to ttcm, which looks at TikTok
 * first; what waits here for the mail server stops as soon as there is nothing to remind of.
 */
@Controller()
export class RemindOfInvites {
  constructor(
    private readonly messages: MessageRepository,
    private readonly reminders: InviteReminderRepository,
  ) {}

  @Consumes(InviteUnanswered)
  async unanswered({ data }: EventEnvelope<InviteUnanswered>, tx: Tx): Promise<void> {
    const { organisationId, accountId, inviteId, expiresAt: neededUntil } = data;
    const influencerId = await currentInfluencer(tx, data.influencerId);
    // Who was invited by handle may have joined meanwhile: that is told by their new account, on another partition.
    if (!influencerId || (await this.reminders.isOver(tx, inviteId))) return;
    const kind = 'marketplace-reminder';
    const accountIds = accountId ? [accountId] : [];
    const dedupeKey = `${inviteId}:${kind}`;
    await this.messages.queue(tx, {
      organisationId,
      influencerId,
      accountIds,
      kind,
      dedupeKey,
      inviteId,
      neededUntil,
    });
  }

  @Consumes(InviteAccepted)
  joined({ data }: EventEnvelope<InviteAccepted>, tx: Tx): Promise<void> {
    return this.reminders.cancelOf(tx, data.inviteId);
  }

  @Consumes(InviteRejected)
  rejected({ data }: EventEnvelope<InviteRejected>, tx: Tx): Promise<void> {
    return this.reminders.cancelOf(tx, data.inviteId);
  }

  @Consumes(InviteExpired)
  expired({ data }: EventEnvelope<InviteExpired>, tx: Tx): Promise<void> {
    return this.reminders.cancelOf(tx, data.inviteId);
  }

  @Consumes(AccountRemoved)
  removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    return this.reminders.cancelOfAccount(tx, data.accountId);
  }

  /** Whoever took their permission back, or asked for a pause, is not reminded of what else we would like. */
  @Consumes(AccountStateChanged)
  async withdrawn({ data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    if (!isTakenBack(data) && data.cause !== pausedCause) return;
    const influencerId = (await currentInfluencer(tx, data.influencerId)) ?? data.influencerId;
    await this.reminders.cancelOfOwner(tx, data.accountId, influencerId);
  }
}
