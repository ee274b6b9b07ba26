import { Injectable } from '@nestjs/common';
import type { EmailFailed } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import type { Addressee } from '../../addressees/persistence/addressee.repository';
import { MailRefused, MailTransport, type Mail } from '../../mail/mail';
import { renderMail } from '../../mail/render';
import { mailContent } from '../../mail/templates/texts';
import { NotificationsSettings } from '../../notifications-settings';
import { OutboundEmailRepository } from '../../outbound-email/persistence/outbound-email.repository';
import { Recipients, type Recipient } from '../../peers/recipients';
import { messageKinds, type Message } from '../domain/message-kind';

export type Failure = EmailFailed['reason'];

/** What became of a mail. `not_needed`: what it asks for was done meanwhile. */
export interface Delivery {
  outcome: 'sent' | 'not_needed' | Failure;
  /** Hash of an address that was found gone just now. */
  goneAddress?: Buffer;
}

export interface MailTask {
  message: Message;
  influencerId: string;
  addressee: Addressee;
  /** In a reminder: takes the wish for no more of them. */
  stopToken: string | undefined;
}

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
  async deliver({ message, influencerId, addressee, stopToken }: MailTask): Promise<Delivery> {
    const recipient = await this.#recipient(message, influencerId);
    if (messageKinds[message.kind].link === 'authorization' && !recipient.link) return { outcome: 'not_needed' };
    const address = sha256(recipient.email.toLowerCase());
    if (addressee.bouncedAddress?.equals(address)) return { outcome: 'bounced' };
    const sender = await this.#sender(message, recipient);
    if (!sender) return { outcome: 'no_sender' };
    const mail = await this.#write(message, recipient, stopToken);
    try {
      await this.transport.send({ ...sender, ...mail });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      return error.isMailboxGone ? { outcome: 'bounced', goneAddress: address } : { outcome: 'refused' };
    }
    return { outcome: 'sent' };
  }

  async #write(message: Message, recipient: Recipient, stopToken: string | undefined) {
    const { publicUrl } = this.settings;
    const content = mailContent(message.kind, { recipient, publicUrl, endsAt: message.endsAt });
    return {
      ...(await renderMail(content)),
      locale: content.locale,
      to: recipient.email,
      messageId: `<${message.id}@${new URL(publicUrl).hostname}>`,
      unsubscribeUrl: stopToken && `${publicUrl}/unsubscribe/${stopToken}`,
    };
  }

  #recipient({ organisationId, kind, accountIds, endingGrantVersion }: Message, influencerId: string) {
    const about = { organisationId, influencerId, purpose: kind, accountIds };
    // A lapsed account is asked about as such, whichever of its grants was foreseen to end.
    if (kind !== 'expiring' || endingGrantVersion === null) return this.recipients.of(about);
    return this.recipients.of({ ...about, endingGrantVersion });
  }

  /** Nothing about an organisation's creators is sent from any address but the one it verified; answers go there, too. */
  async #sender(message: Message, recipient: Recipient): Promise<Pick<Mail, 'from' | 'replyTo'> | undefined> {
    const identity = await this.unitOfWork.tenant(message.organisationId, (tx) => this.identities.find(tx));
    const replyTo = identity?.verifiedAddress ?? undefined;
    if (messageKinds[message.kind].sender === 'system') return { from: this.settings.systemSender, replyTo };
    return replyTo ? { from: { name: recipient.organisationName, address: replyTo }, replyTo } : undefined;
  }
}
