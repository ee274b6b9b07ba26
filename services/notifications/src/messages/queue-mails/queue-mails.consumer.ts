import { Controller } from '@nestjs/common';
import {
  AuthorizationRequested,
  CreatorInvited,
  InfluencerApproved,
  InviteAccepted,
  InviteSent,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { isErased, type Tx } from '@creator-connect/persistence';
import { AddresseeRepository } from '../../addressees/persistence/addressee.repository';
import type { MessageKind } from '../domain/message-kind';
import { MessageRepository } from '../persistence/message.repository';

interface About {
  organisationId: string;
  influencerId: string;
  accountId?: string;
  authorizationRequestId?: string;
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
    const queued = await this.#queue(event, tx, 'authorization-request');
    // Only the first time: when it is replayed, the influencer may have said no again.
    if (queued) await this.addressees.startAnew(tx, event.data.influencerId);
  }

  @Consumes(InfluencerApproved)
  async approved(event: EventEnvelope<InfluencerApproved>, tx: Tx): Promise<void> {
    await this.#queue(event, tx, 'approved');
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

  async #queue({ id, data }: EventEnvelope<About>, tx: Tx, kind: MessageKind): Promise<boolean> {
    if (await isErased(tx, data.influencerId)) return false;
    return this.messages.queue(tx, {
      organisationId: data.organisationId,
      influencerId: data.influencerId,
      accountIds: data.accountId ? [data.accountId] : [],
      kind,
      authorizationRequestId: data.authorizationRequestId,
      dedupeKey: `${id}:${kind}`,
    });
  }
}
