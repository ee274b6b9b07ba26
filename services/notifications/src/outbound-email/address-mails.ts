import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { randomToken, sha256 } from '@creator-connect/security';
import { MailRefused, MailTransport, type Mail } from '../mail/mail';
import { renderMail } from '../mail/render';
import { systemMailContent, type SystemMail } from '../mail/templates/system-texts';
import { NotificationsSettings } from '../notifications-settings';
import { Organisations } from '../peers/organisations';

/** Mails to an outbound address, about itself. Both throw `notifications.address_refused` or `….mail_server_down`. */
@Injectable()
export class AddressMails {
  constructor(
    private readonly transport: MailTransport,
    private readonly organisations: Organisations,
    private readonly settings: NotificationsSettings,
  ) {}

  async confirmation(organisationId: string, address: string, token: string): Promise<void> {
    const url = `${this.settings.publicUrl}/confirm-address#${token}`;
    const organisationName = await this.organisations.nameOf(organisationId);
    const id = sha256(token).toString('base64url');
    await this.#send(id, this.settings.systemSender, address, { kind: 'confirm-address', url, organisationName });
  }

  /** From the address to itself, as creators would get it. */
  async test(organisationId: string, address: string): Promise<void> {
    const organisationName = await this.organisations.nameOf(organisationId);
    const from = { name: organisationName, address };
    await this.#send(randomToken(), from, address, { kind: 'outbound-test', organisationName });
  }

  async #send(id: string, from: Mail['from'], to: string, mail: SystemMail): Promise<void> {
    const content = systemMailContent(mail);
    const rendered = await renderMail(content);
    const messageId = `<${id}@${new URL(this.settings.publicUrl).hostname}>`;
    try {
      await this.transport.send({ ...rendered, messageId, from, to, locale: content.locale });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      throw new AppError(notificationsErrors.addressRefused);
    }
  }
}
