import { Injectable } from '@nestjs/common';
import { AppError, EmailFailed, EmailSent } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { MailRefused, MailTransport } from '../../mail/mail';
import { renderMail } from '../../mail/render';
import { mailContent } from '../../mail/templates/texts';
import { NotificationsSettings } from '../../notifications-settings';
import { OutboundEmailRepository } from '../../outbound-email/persistence/outbound-email.repository';
import { Recipients, type Recipient } from '../../peers/recipients';
import { messageKinds, type Message } from '../domain/message-kind';
import { MessageRepository, messageWork } from '../persistence/message.repository';

type Failure = EmailFailed['reason'];

/**
 * Sends one queued mail. Address, names and a freshly minted link are asked at this moment and kept nowhere. A crash
 * after the mail server took the mail and before we noted it sends the mail a second time with the same Message-ID:
 * mail knows no transaction, and a reminder twice is better than none.
 */
@Injectable()
export class SendDueMessageHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly messages: MessageRepository,
    private readonly post: PostOffice,
  ) {}

  async handle(claim: WorkClaim): Promise<void> {
    const message = await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const mine = await this.messages.startSending(tx, claim.id, claim.epoch);
      return mine ? this.messages.find(tx, claim.id) : null;
    });
    if (!message?.influencerId) return;
    try {
      const failure = await this.post.deliver(message, message.influencerId);
      await (failure ? this.#failed(message, failure) : this.#sent(message));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!error.retryable) return this.#failed(message, 'no_recipient');
      // 1, 2, 4 … minutes up to an hour: a mail that waits for its server is late, never lost.
      const inSeconds = Math.min(60 * 2 ** (claim.attempts - 1), 3_600);
      await this.unitOfWork.tenant(claim.orgId, (tx) =>
        settleWork(tx, messageWork, claim, { due: { inSeconds }, error: error.code }),
      );
    }
  }

  async #sent(message: Message): Promise<void> {
    await this.unitOfWork.tenant(message.organisationId, async (tx) => {
      await this.messages.sent(tx, message.id);
      await this.outbox.add(
        tx,
        EmailSent,
        { ...about(message), accountIds: message.accountIds, sentAt: new Date().toISOString() },
        { aggregateVersion: 1 },
      );
    });
  }

  async #failed(message: Message, reason: Failure): Promise<void> {
    await this.unitOfWork.tenant(message.organisationId, async (tx) => {
      await this.messages.failed(tx, message.id, reason);
      await this.outbox.add(
        tx,
        EmailFailed,
        { ...about(message), reason, failedAt: new Date().toISOString() },
        { aggregateVersion: 1 },
      );
    });
  }
}

const about = ({ organisationId, influencerId, id, kind }: Message) => ({
  organisationId,
  influencerId,
  messageId: id,
  kind,
});

/** Turns a message into a mail from the right sender to the right person, and hands it over. */
@Injectable()
export class PostOffice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: OutboundEmailRepository,
    private readonly recipients: Recipients,
    private readonly transport: MailTransport,
    private readonly settings: NotificationsSettings,
  ) {}

  /** Undefined when it was handed over; the reason when it never can be. Throws retryable AppErrors. */
  async deliver(message: Message, influencerId: string): Promise<Failure | undefined> {
    const { organisationId, kind, accountIds } = message;
    const recipient = await this.recipients.of({ organisationId, influencerId, purpose: kind, accountIds });
    const from = await this.#sender(message, recipient);
    if (!from) return 'no_sender';
    const content = mailContent(kind, { recipient, publicUrl: this.settings.publicUrl });
    const { subject, html, text } = await renderMail(content);
    const messageId = `<${message.id}@${new URL(this.settings.publicUrl).hostname}>`;
    try {
      await this.transport.send({ messageId, from, to: recipient.email, subject, html, text, locale: content.locale });
    } catch (error) {
      if (error instanceof MailRefused) return 'refused';
      throw error;
    }
    return undefined;
  }

  /** Nothing about an organisation's creators is sent from any address but the one it verified. */
  async #sender(message: Message, recipient: Recipient): Promise<{ name: string; address: string } | undefined> {
    if (messageKinds[message.kind].sender === 'system') return this.settings.systemSender;
    const identity = await this.unitOfWork.tenant(message.organisationId, (tx) => this.identities.find(tx));
    if (!identity?.verifiedAddress) return undefined;
    return { name: recipient.organisationName, address: identity.verifiedAddress };
  }
}
