import { Controller } from '@nestjs/common';
import {
  AuthorizationRequested,
  CreatorInvited,
  InfluencerApproved,
  InfluencerMergeProposed,
  InviteAccepted,
  InviteSent,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { AddresseeRepository } from '../../addressees/persistence/addressee.repository';
import type { MessageKind } from '../domain/message-kind';
import { MessageRepository } from '../persistence/message.repository';

interface About {
  organisationId: string;
  influencerId: string;
  accountId?: string;
  authorizationRequestId?: string;
  inviteId?: string;
}

/** Mails that one event causes, each at most once however often the event arrives. */
@Controller()
export class QueueMails {
  constructor(
    private readonly messages: MessageRepository,
    private readonly addressees: AddresseeRepository,
  ) {}

  @Consumes(AuthorizationRequested)
  async authorizationRequested(event: EventEnvelope<AuthorizationRequested>, tx: Tx): Promise<void> {
    // A copied link is handed over by the admin; only a mailed one is our task.
    if (event.data.delivery !== 'email') return;
    const asked = await this.#queue(event, tx, 'authorization-request');
    // Only the first time: when it is replayed, the influencer may have said no again.
    if (asked) await this.addressees.startAnew(tx, asked);
  }

  @Consumes(InfluencerApproved)
  async approved(event: EventEnvelope<InfluencerApproved>, tx: Tx): Promise<void> {
    await this.#queue(event, tx, 'approved');
  }

  @Consumes(InfluencerMergeProposed)
  async mergeProposed(event: EventEnvelope<InfluencerMergeProposed>, tx: Tx): Promise<void> {
    await this.#queue(event, tx, 'merge-question');
  }

  @Consumes(InviteSent)
  async invited(event: EventEnvelope<InviteSent>, tx: Tx): Promise<void> {
    await this.#queue(event, tx, 'marketplace-invited');
  }

  @Consumes(CreatorInvited)
  async invitedByHandle(event: EventEnvelope<CreatorInvited>, tx: Tx): Promise<void> {
    await this.#queue(event, tx, 'marketplace-invited');
  }

  @Consumes(InviteAccepted)
  async joined(event: EventEnvelope<InviteAccepted>, tx: Tx): Promise<void> {
    await this.#queue(event, tx, 'marketplace-joined');
  }

  /** Whom it goes to; undefined when nothing was queued. */
  async #queue({ id, data }: EventEnvelope<About>, tx: Tx, kind: MessageKind): Promise<string | undefined> {
    const influencerId = await currentInfluencer(tx, data.influencerId);
    if (!influencerId) return undefined;
    const queued = await this.messages.queue(tx, {
      organisationId: data.organisationId,
      influencerId,
      accountIds: data.accountId ? [data.accountId] : [],
      kind,
      authorizationRequestId: data.authorizationRequestId,
      inviteId: data.inviteId,
      dedupeKey: `${id}:${kind}`,
    });
    return queued ? influencerId : undefined;
  }
}
