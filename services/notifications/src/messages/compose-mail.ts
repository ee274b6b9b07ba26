import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import type { Mail } from '../mail/mail';
import type { OutboundVia } from '../mail/outbound-ways';
import { renderMail } from '../mail/render';
import { mailContent } from '../mail/templates/texts';
import { NotificationsSettings } from '../notifications-settings';
import { OutboundEmailRepository } from '../outbound-email/persistence/outbound-email.repository';
import type { Recipient } from '../peers/recipients';
import { messageKinds, type MessageKind } from './domain/message-kind';

export interface Sender extends Pick<Mail, 'from' | 'replyTo'> {
  /** Null: as all mails of the installation's own leave. */
  via: OutboundVia | null;
}

/** What a mail says and who it comes from, the same whether it is sent or only looked at. */
@Injectable()
export class ComposeMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: OutboundEmailRepository,
    private readonly settings: NotificationsSettings,
  ) {}

  async words(
    kind: MessageKind,
    recipient: Recipient,
    endsAt: Date | null,
  ): Promise<Pick<Mail, 'subject' | 'html' | 'text' | 'locale'>> {
    const content = mailContent(kind, { recipient, publicUrl: this.settings.publicUrl, endsAt });
    return { ...(await renderMail(content)), locale: content.locale };
  }

  /** Nothing that an organisation asks of its creators is sent from any address but the one it verified; answers go there, too. */
  async sender(
    organisationId: string,
    kind: MessageKind,
    { organisationName }: Recipient,
  ): Promise<Sender | undefined> {
    const identity = await this.unitOfWork.tenant(organisationId, (tx) => this.identities.find(tx));
    const replyTo = identity?.verifiedAddress ?? undefined;
    const { sender } = messageKinds[kind];
    const system = { from: this.settings.systemSender, replyTo, via: null };
    if (sender === 'system') return system;
    if (!identity || replyTo === undefined) return sender === 'either' ? system : undefined;
    return { from: { name: organisationName, address: replyTo }, replyTo, via: identity.via };
  }
}
