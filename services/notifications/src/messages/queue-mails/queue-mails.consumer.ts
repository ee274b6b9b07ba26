import { Controller } from '@nestjs/common';
import {
  AuthorizationRequested,
  InfluencerApproved,
  InviteAccepted,
  InviteSent,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import type { MessageKind } from '../domain/message-kind';
import { MessageRepository } from '../persistence/message.repository';

interface About {
  organisationId: string;
  influencerId: string;
  accountId?: string;
}

/** Mails that one event causes, each at most once however often the event arrives. */
@Controller()
export class QueueMails {
  constructor(private readonly messages: MessageRepository) {}

  @Consumes(AuthorizationRequested)
  async authorizationRequested(event: EventEnvelope<AuthorizationRequested>, tx: Tx): Promise<void> {
    // A copied link is handed over by the admin; only a mailed one is our task.
    if (event.data.delivery === 'email') await this.#queue(event, tx, 'authorization-request');
  }

  @Consumes(InfluencerApproved)
  approved(event: EventEnvelope<InfluencerApproved>, tx: Tx): Promise<void> {
    return this.#queue(event, tx, 'approved');
  }

  @Consumes(InviteSent)
  invited(event: EventEnvelope<InviteSent>, tx: Tx): Promise<void> {
    return this.#queue(event, tx, 'marketplace-invited');
  }

  @Consumes(InviteAccepted)
  joined(event: EventEnvelope<InviteAccepted>, tx: Tx): Promise<void> {
    return this.#queue(event, tx, 'marketplace-joined');
  }

  async #queue({ id, data }: EventEnvelope<About>, tx: Tx, kind: MessageKind): Promise<void> {
    await this.messages.queue(tx, {
      organisationId: data.organisationId,
      influencerId: data.influencerId,
      accountIds: data.accountId ? [data.accountId] : [],
      kind,
      dedupeKey: `${id}:${kind}`,
    });
  }
}
