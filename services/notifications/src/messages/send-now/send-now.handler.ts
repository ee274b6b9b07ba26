import { Injectable } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { sqlCount, UnitOfWork } from '@creator-connect/persistence';
import { MailRefused, MailTransport } from '../../mail/mail';
import { renderMail } from '../../mail/render';
import { languageOf } from '../../mail/templates/language';
import { systemMailContent } from '../../mail/templates/system-mail';
import type { SystemMail } from '../../mail/templates/words';
import { NotificationsSettings } from '../../notifications-settings';
import { Recipients } from '../../peers/recipients';

export interface SystemAddressee {
  to?: string | undefined;
  /** Of whom `to` belongs to. */
  locale?: string | undefined;
  organisationId?: string | undefined;
  influencerId?: string | undefined;
}

/**
 * Sends a mail that carries a secret while the caller waits, so that the secret is stored nowhere. The same idempotency
 * key again sends nothing; a failed attempt may be repeated with its key.
 */
@Injectable()
export class SendNowHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recipients: Recipients,
    private readonly transport: MailTransport,
    private readonly settings: NotificationsSettings,
  ) {}

  async handle(
    idempotencyKey: string,
    addressee: SystemAddressee,
    write: (organisationName: string) => SystemMail,
  ): Promise<void> {
    const mail = write('');
    const first = await this.unitOfWork.system((tx) =>
      sqlCount(
        tx,
        `INSERT INTO system_deliveries AS d (idempotency_key, kind, status) VALUES ($1, $2, 'SENDING')
         ON CONFLICT (idempotency_key) DO UPDATE SET at = now()
           WHERE d.status = 'SENDING' AND d.at < now() - interval '1 minute'`,
        [idempotencyKey, mail.kind],
      ),
    );
    if (first === 0) return;
    try {
      await this.#send(idempotencyKey, addressee, write);
    } catch (error) {
      await this.unitOfWork.system((tx) =>
        tx.query('DELETE FROM system_deliveries WHERE idempotency_key = $1', [idempotencyKey]),
      );
      // A refused address is the same answer as a taken one: who exists is nobody's business.
      if (!(error instanceof MailRefused)) throw error;
      return;
    }
    await this.unitOfWork.system((tx) =>
      tx.query(`UPDATE system_deliveries SET status = 'SENT', at = now() WHERE idempotency_key = $1`, [idempotencyKey]),
    );
  }

  async #send(key: string, addressee: SystemAddressee, write: (organisationName: string) => SystemMail): Promise<void> {
    const { to, organisationName, locales } = await this.#addressee(addressee);
    const content = systemMailContent(write(organisationName), languageOf(...locales));
    const { subject, html, text } = await renderMail(content);
    await this.transport.send({
      messageId: `<${Buffer.from(key).toString('base64url')}@${new URL(this.settings.publicUrl).hostname}>`,
      from: this.settings.systemSender,
      to,
      subject,
      html,
      text,
      locale: content.locale,
    });
  }

  async #addressee({ to, locale: known, organisationId, influencerId }: SystemAddressee) {
    if (to) return { to, organisationName: '', locales: known ? [known] : [] };
    if (!organisationId || !influencerId) throw new AppError(requestErrors.invalid);
    const recipient = await this.recipients.of({ organisationId, influencerId, purpose: 'code', accountIds: [] });
    const { email, organisationName, locale, organisationLocale } = recipient;
    return { to: email, organisationName, locales: [locale, organisationLocale] };
  }
}
