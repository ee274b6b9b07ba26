import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { randomToken, sha256 } from '@creator-connect/security';
import { MailRefused, MailTransport, type Mail } from '../mail/mail';
import { OutboundWays, type OutboundVia } from '../mail/outbound-ways';
import { renderMail } from '../mail/render';
import { languageOf } from '../mail/templates/language';
import { systemMailContent } from '../mail/templates/system-mail';
import type { SystemMail } from '../mail/templates/words';
import { NotificationsSettings } from '../notifications-settings';
import { Organisations } from '../peers/organisations';

interface AddressMail extends Pick<Mail, 'from' | 'to' | 'locale'> {
  id: string;
  mail: SystemMail;
}

/** Mails to an outbound address, about itself. Both throw `notifications.address_refused` or `….mail_server_down`. */
@Injectable()
export class AddressMails {
  constructor(
    private readonly transport: MailTransport,
    private readonly ways: OutboundWays,
    private readonly organisations: Organisations,
    private readonly settings: NotificationsSettings,
  ) {}

  async confirmation(organisationId: string, address: string, token: string): Promise<void> {
    const url = `${this.settings.publicUrl}/confirm-address#${token}`;
    const { name: organisationName, locale } = await this.organisations.of(organisationId);
    const id = sha256(token).toString('base64url');
    const mail = { kind: 'confirm-address', url, organisationName } as const;
    await this.#send({ id, from: this.settings.systemSender, to: address, mail, locale }, this.transport);
  }

  /** From the address to itself, as creators would get it. */
  async test(organisationId: string, address: string, via: OutboundVia): Promise<void> {
    const { name: organisationName, locale } = await this.organisations.of(organisationId);
    const from = { name: organisationName, address };
    const mail = { kind: 'outbound-test', organisationName } as const;
    await this.#send({ id: randomToken(), from, to: address, mail, locale }, this.ways.transport(via));
  }

  async #send({ id, from, to, mail, locale }: AddressMail, transport: MailTransport): Promise<void> {
    const content = systemMailContent(mail, languageOf(locale));
    const rendered = await renderMail(content);
    const messageId = `<${id}@${new URL(this.settings.publicUrl).hostname}>`;
    try {
      await transport.send({ ...rendered, messageId, from, to, locale: content.locale });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      throw new AppError(notificationsErrors.addressRefused);
    }
  }
}
