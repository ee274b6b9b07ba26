import { Injectable } from '@nestjs/common';
import type { EmailFailed } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { MailRefused, MailTransport } from '../../mail/mail';
import { renderMail } from '../../mail/render';
import { mailContent } from '../../mail/templates/texts';
import { NotificationsSettings } from '../../notifications-settings';
import { OutboundEmailRepository } from '../../outbound-email/persistence/outbound-email.repository';
import { Recipients, type Recipient } from '../../peers/recipients';
import { messageKinds, type Message } from '../domain/message-kind';

export type Failure = EmailFailed['reason'];
/** What became of a mail. `not_needed`: what it asks for was done meanwhile. */
export type Delivery = 'sent' | 'not_needed' | Failure;

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

  /** Throws retryable AppErrors. */
  async deliver(message: Message, influencerId: string): Promise<Delivery> {
    const { kind } = message;
    const recipient = await this.#recipient(message, influencerId);
    if (messageKinds[kind].link === 'authorization' && !recipient.link) return 'not_needed';
    const from = await this.#sender(message, recipient);
    if (!from) return 'no_sender';
    const content = mailContent(kind, { recipient, publicUrl: this.settings.publicUrl, endsAt: message.endsAt });
    const { subject, html, text } = await renderMail(content);
    const messageId = `<${message.id}@${new URL(this.settings.publicUrl).hostname}>`;
    try {
      await this.transport.send({ messageId, from, to: recipient.email, subject, html, text, locale: content.locale });
    } catch (error) {
      if (error instanceof MailRefused) return 'refused';
      throw error;
    }
    return 'sent';
  }

  #recipient({ organisationId, kind, accountIds, endingGrantVersion }: Message, influencerId: string) {
    const about = { organisationId, influencerId, purpose: kind, accountIds };
    // A lapsed account is asked about as such, whichever of its grants was foreseen to end.
    if (kind !== 'expiring' || endingGrantVersion === null) return this.recipients.of(about);
    return this.recipients.of({ ...about, endingGrantVersion });
  }

  /** Nothing about an organisation's creators is sent from any address but the one it verified. */
  async #sender(message: Message, recipient: Recipient): Promise<{ name: string; address: string } | undefined> {
    if (messageKinds[message.kind].sender === 'system') return this.settings.systemSender;
    const identity = await this.unitOfWork.tenant(message.organisationId, (tx) => this.identities.find(tx));
    if (!identity?.verifiedAddress) return undefined;
    return { name: recipient.organisationName, address: identity.verifiedAddress };
  }
}
