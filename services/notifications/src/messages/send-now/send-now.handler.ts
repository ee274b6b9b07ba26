import { Injectable } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { sqlCount, UnitOfWork } from '@creator-connect/persistence';
import { MailRefused, MailTransport } from '../../mail/mail';
import { renderMail } from '../../mail/render';
import { languageOf } from '../../mail/templates/language';
import { systemMailContent } from '../../mail/templates/system-mail';
import type { Language, SystemMail } from '../../mail/templates/words';
import { NotificationsSettings } from '../../notifications-settings';
import { Organisations } from '../../peers/organisations';
import { Recipients } from '../../peers/recipients';

export interface SystemAddressee {
  to?: string | undefined;
  /** What the reader of `to` reads, best first. */
  locales?: string[] | undefined;
  /** Beside `to`: in whose name, and in whose language where the reader's is none of ours. */
  organisationId?: string | undefined;
  influencerId?: string | undefined;
}

/** What the words of a mail may need to know of its reader. */
export interface Reader {
  organisationName: string;
  language: Language;
  timeZone: string;
}

/** Whoever writes the words of a mail, which hold its secret. */
export type WriteMail = (reader: Reader) => SystemMail;

/**
 * Sends a mail that carries a secret while the caller waits, so that the secret is stored nowhere. The same idempotency
 * key again sends nothing; a failed attempt may be repeated with its key.
 */
@Injectable()
export class SendNowHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recipients: Recipients,
    private readonly organisations: Organisations,
    private readonly transport: MailTransport,
    private readonly settings: NotificationsSettings,
  ) {}

  async handle(
    idempotencyKey: string,
    addressee: SystemAddressee,
    kind: SystemMail['kind'],
    write: WriteMail,
  ): Promise<void> {
    const first = await this.unitOfWork.system((tx) =>
      sqlCount(
        tx,
        `INSERT INTO system_deliveries AS d (idempotency_key, kind, status) VALUES ($1, $2, 'SENDING')
         ON CONFLICT (idempotency_key) DO UPDATE SET at = now()
           WHERE d.status = 'SENDING' AND d.at < now() - interval '1 minute'`,
        [idempotencyKey, kind],
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

  async #send(key: string, addressee: SystemAddressee, write: WriteMail): Promise<void> {
    const { to, ...reader } = await this.#addressee(addressee);
    const content = systemMailContent(write(reader), reader.language);
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

  async #addressee({
    to,
    locales = [],
    organisationId,
    influencerId,
  }: SystemAddressee): Promise<Reader & { to: string }> {
    if (to) {
      const { name, locale } = organisationId
        ? await this.organisations.of(organisationId)
        : { name: '', locale: 'en' };
      return { to, organisationName: name, language: languageOf(...locales, locale), timeZone: 'UTC' };
    }
    if (!organisationId || !influencerId) throw new AppError(requestErrors.invalid);
    const recipient = await this.recipients.of({ organisationId, influencerId, purpose: 'code', accountIds: [] });
    const { email, organisationName, locale, organisationLocale, timeZone } = recipient;
    return { to: email, organisationName, language: languageOf(locale, organisationLocale), timeZone };
  }
}
