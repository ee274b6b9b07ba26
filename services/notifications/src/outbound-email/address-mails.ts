import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { sha256 } from '@creator-connect/security';
import { MailRefused, MailTransport } from '../mail/mail';
import { renderMail } from '../mail/render';
import { systemMailContent } from '../mail/templates/system-texts';
import { NotificationsSettings } from '../notifications-settings';

@Injectable()
export class AddressConfirmation {
  constructor(
    private readonly transport: MailTransport,
    private readonly settings: NotificationsSettings,
  ) {}

  async send(address: string, token: string): Promise<void> {
    const url = `${this.settings.publicUrl}/confirm-address#${token}`;
    const content = systemMailContent({ kind: 'confirm-address', url, organisationName: 'Your organisation' });
    const { subject, html, text } = await renderMail(content);
    const messageId = `<${sha256(token).toString('base64url')}@${new URL(this.settings.publicUrl).hostname}>`;
    const from = this.settings.systemSender;
    try {
      await this.transport.send({ messageId, from, to: address, subject, html, text, locale: content.locale });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      throw new AppError(notificationsErrors.addressRefused);
    }
  }
}
