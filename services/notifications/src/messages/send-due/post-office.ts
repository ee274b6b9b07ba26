import { Injectable } from '@nestjs/common';
import type { EmailFailed } from '@creator-connect/contracts';
import { sha256 } from '@creator-connect/security';
import type { Addressee } from '../../addressees/persistence/addressee.repository';
import { MailRefused, MailTransport } from '../../mail/mail';
import { OutboundWays } from '../../mail/outbound-ways';
import { NotificationsSettings } from '../../notifications-settings';
import { Recipients, type Recipient } from '../../peers/recipients';
import { ComposeMail } from '../compose-mail';
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

/** Turns a message into a mail from the right sender to the right person, and hands it over. */
@Injectable()
export class PostOffice {
  constructor(
    private readonly recipients: Recipients,
    private readonly compose: ComposeMail,
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
    const sender = await this.compose.sender(message.organisationId, message.kind, recipient);
    if (!sender) return { outcome: 'no_sender' };
    const mail = await this.#write(message, recipient, stopToken);
    const { via, ...headers } = sender;
    const transport = via === null ? this.transport : this.ways.transport(via);
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
    return {
      ...(await this.compose.words(message.kind, recipient, message.endsAt)),
      to: recipient.email,
      messageId: `<${message.id}@${new URL(publicUrl).hostname}>`,
      unsubscribeUrl: stopToken && `${publicUrl}/unsubscribe/${stopToken}`,
    };
  }

  #recipient(message: Message, influencerId: string) {
    const { id: messageId, organisationId, kind, accountIds, endingGrantVersion } = message;
    const authorizationRequestId = message.authorizationRequestId ?? undefined;
    const about = { organisationId, influencerId, purpose: kind, accountIds, messageId, authorizationRequestId };
    // A lapsed account is asked about as such, whichever of its grants was foreseen to end.
    if (kind !== 'expiring' || endingGrantVersion === null) return this.recipients.of(about);
    return this.recipients.of({ ...about, endingGrantVersion });
  }
}
