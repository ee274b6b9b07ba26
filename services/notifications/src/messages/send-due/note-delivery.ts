import { Injectable } from '@nestjs/common';
import { EmailFailed, EmailSent } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { currentInfluencer, UnitOfWork, type Tx } from '@creator-connect/persistence';
import { AddresseeRepository } from '../../addressees/persistence/addressee.repository';
import { PostNotice } from '../../notices/post-notice';
import type { Message } from '../domain/message-kind';
import { MessageRepository } from '../persistence/message.repository';
import type { Delivery, Failure, MailTask } from './post-office';

export interface Feedback {
  kind: 'bounced' | 'complained';
  /** Hash of the address that it is about. */
  address: Buffer;
}

/** Writes down what became of a mail, with its event, and what that says about its addressee. May be asked again. */
@Injectable()
export class NoteDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly messages: MessageRepository,
    private readonly addressees: AddresseeRepository,
    private readonly notices: PostNotice,
  ) {}

  note({ message, influencerId }: MailTask, { outcome, goneAddress, providerId }: Delivery): Promise<void> {
    return this.unitOfWork.tenant(message.organisationId, async (tx) => {
      if (goneAddress) await this.#bounced(tx, message, influencerId, goneAddress);
      if (outcome === 'not_needed') await this.messages.cancel(tx, message.id);
      else if (outcome === 'complained') await this.messages.cancel(tx, message.id, 'complained');
      else if (outcome === 'sent') await this.#sent(tx, message, providerId ?? null);
      else await this.#failed(tx, message, outcome);
    });
  }

  /** What became of a mail that was sent: it came back for good, or its reader called it unwanted. */
  feedback(message: Message, influencerId: string, { kind, address }: Feedback): Promise<void> {
    return this.unitOfWork.tenant(message.organisationId, async (tx) => {
      // Told twice, it is noted once.
      if (!(await this.messages.feedback(tx, message.id, kind))) return;
      if (kind === 'complained') {
        const { id, organisationId } = message;
        const by = await currentInfluencer(tx, influencerId);
        if (!by) return;
        await this.addressees.complained(tx, organisationId, by, address);
        await this.notices.post(tx, { organisationId, influencerId: by, kind, dedupeKey: `${id}:complained` });
        return;
      }
      await this.#bounced(tx, message, influencerId, address);
      const data = { ...about(message), reason: 'bounced' as const, failedAt: new Date().toISOString() };
      await this.outbox.add(tx, EmailFailed, data, { aggregateVersion: 2 });
    });
  }

  async #sent(tx: Tx, message: Message, providerId: string | null): Promise<void> {
    if (!(await this.messages.sent(tx, message.id, providerId))) return;
    const data = { ...about(message), accountIds: message.accountIds, sentAt: new Date().toISOString() };
    await this.outbox.add(tx, EmailSent, data, { aggregateVersion: 1 });
  }

  async #failed(tx: Tx, message: Message, reason: Failure): Promise<void> {
    if (!(await this.messages.failed(tx, message.id, reason))) return;
    const data = { ...about(message), reason, failedAt: new Date().toISOString() };
    await this.outbox.add(tx, EmailFailed, data, { aggregateVersion: 1 });
  }

  /** Told once: later mails to the same address are not even tried. */
  async #bounced(tx: Tx, { id, organisationId }: Message, addresseeId: string, address: Buffer): Promise<void> {
    // Sent before the entry became part of another one, or its person was erased.
    const influencerId = await currentInfluencer(tx, addresseeId);
    if (!influencerId) return;
    await this.addressees.bounced(tx, organisationId, influencerId, address);
    await this.notices.post(tx, { organisationId, influencerId, kind: 'bounced', dedupeKey: `${id}:bounced` });
  }
}

const about = ({ organisationId, influencerId, id, kind }: Message) => ({
  organisationId,
  influencerId,
  messageId: id,
  kind,
});
