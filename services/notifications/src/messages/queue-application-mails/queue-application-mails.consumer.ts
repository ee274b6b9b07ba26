import { Controller } from '@nestjs/common';
import { ApplicationDeclined, ApplicationSubmitted, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { isErased, type Tx } from '@creator-connect/persistence';
import type { MessageKind } from '../domain/message-kind';
import { MessageRepository } from '../persistence/message.repository';

/** What somebody who applied is told: that it arrived, and a no. A yes is the mail of everybody who is approved. */
@Controller()
export class QueueApplicationMails {
  constructor(private readonly messages: MessageRepository) {}

  @Consumes(ApplicationSubmitted)
  submitted(event: EventEnvelope<ApplicationSubmitted>, tx: Tx): Promise<void> {
    return this.#queue(event, tx, 'application-received');
  }

  @Consumes(ApplicationDeclined)
  declined(event: EventEnvelope<ApplicationDeclined>, tx: Tx): Promise<void> {
    return this.#queue(event, tx, 'application-declined');
  }

  async #queue(
    { id, data }: EventEnvelope<{ organisationId: string; influencerId: string }>,
    tx: Tx,
    kind: MessageKind,
  ): Promise<void> {
    const { organisationId, influencerId } = data;
    if (await isErased(tx, influencerId)) return;
    await this.messages.queue(tx, { organisationId, influencerId, accountIds: [], kind, dedupeKey: `${id}:${kind}` });
  }
}
