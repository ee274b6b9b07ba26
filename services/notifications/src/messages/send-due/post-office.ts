import { Injectable } from '@nestjs/common';
import type { EmailFailed } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import type { Addressee } from '../../addressees/persistence/addressee.repository';
import { MailRefused, MailTransport, type Mail } from '../../mail/mail';
import { OutboundWays } from '../../mail/outbound-ways';
import { renderMail } from '../../mail/render';
import { mailContent } from '../../mail/templates/texts';
import { NotificationsSettings } from '../../notifications-settings';
import { OutboundEmailRepository } from '../../outbound-email/persistence/outbound-email.repository';
import { Recipients, type Recipient } from '../../peers/recipients';
import { messageKinds, type Message } from '../domain/message-kind';

export type Failure = EmailFailed['reason'];

/** What became of a mail. `not_needed`: what it asks for was done meanwhile. */
export interface Delivery {
  outcome: 'sent' | 'not_needed' | 'complained' | Failure;
  /** Of a mail that was sent: under which the provider tells later what became of it. */
  providerId?: string | null;
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

type Sender = Pick<Mail, 'from' | 'replyTo'> & { transport: MailTransport };

/** Turns a message into a mail from the right sender to the right person, and hands it over. */
@Injectable()
export class PostOffice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: OutboundEmailRepository,
    private readonly recipients: Recipients,
    private readonly transport: MailTransport,
    private readonly ways: OutboundWays,
    private readonly settings: NotificationsSettings,
  ) {}

  /** Throws retryable AppErrors. */
  async deliver({ message, influencerId, addressee, stopToken }: MailTask): Promise<Delivery> {
    const recipient = await this.#recipient(message, influencerId);
    if (messageKinds[message.kind].link === 'authorization' && !recipient.link) return { outcome: 'not_needed' };
    const address = sha256(recipient.email.toLowerCase());
    if (addressee.complainedAddress?.equals(address)) return { outcome: 'complained' };
    if (addressee.bouncedAddress?.equals(address)) return { outcome: 'bounced' };
    const sender = await this.#sender(message, recipient);
    if (!sender) return { outcome: 'no_sender' };
    const mail = await this.#write(message, recipient, stopToken);
    const { transport, ...headers } = sender;
    try {
      const { providerId } = await transport.send({ ...headers, ...mail });
      return { outcome: 'sent', providerId };
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      return error.isMailboxGone ? { outcome: 'bounced', goneAddress: address } : { outcome: 'refused' };
    }
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
  async #sender(message: Message, recipient: Recipient): Promise<Sender | undefined> {
    const identity = await this.unitOfWork.tenant(message.organisationId, (tx) => this.identities.find(tx));
    const replyTo = identity?.verifiedAddress ?? undefined;
    if (messageKinds[message.kind].sender === 'system')
      return { from: this.settings.systemSender, replyTo, transport: this.transport };
    if (!identity || replyTo === undefined) return undefined;
    const transport = this.ways.transport(identity.via);
    return { from: { name: recipient.organisationName, address: replyTo }, replyTo, transport };
  }
}
