import { Injectable } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { MailTransport, type Sent } from '../../mail/mail';
import { renderMail } from '../../mail/render';
import { languageOf } from '../../mail/templates/language';
import { systemMailContent } from '../../mail/templates/system-mail';
import type { Language, SystemMail } from '../../mail/templates/words';
import { NotificationsSettings } from '../../notifications-settings';
import { Organisations } from '../../peers/organisations';
import { Recipients } from '../../peers/recipients';
import { SystemDeliveries } from './system-deliveries';

export interface SystemAddressee {
  to?: string | undefined;
  /** What the reader of `to` reads, best first. */
  locales?: string[] | undefined;
  /** Where they are; times are told in UTC where that is not known. */
  timeZone?: string | undefined;
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
 * Sends a mail that carries a secret while the caller waits, so that the secret is stored nowhere.
 */
@Injectable()
export class SendNowHandler {
  constructor(
    private readonly deliveries: SystemDeliveries,
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
    await this.deliveries.once(idempotencyKey, kind, {
      send: (messageId) => this.#send(messageId, addressee, write),
    });
  }

  async #send(messageId: string, addressee: SystemAddressee, write: WriteMail): Promise<Sent> {
    const { to, ...reader } = await this.#addressee(addressee);
    const content = systemMailContent(write(reader), reader.language);
    const { subject, html, text } = await renderMail(content);
    return this.transport.send({
      messageId,
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
    timeZone: zone = 'UTC',
    organisationId,
    influencerId,
  }: SystemAddressee): Promise<Reader & { to: string }> {
    if (to) {
      const { name, locale } = organisationId
        ? await this.organisations.of(organisationId)
        : { name: '', locale: 'en' };
      return { to, organisationName: name, language: languageOf(...locales, locale), timeZone: zone };
    }
    if (!organisationId || !influencerId) throw new AppError(requestErrors.invalid);
    const recipient = await this.recipients.of({ organisationId, influencerId, purpose: 'code', accountIds: [] });
    const { email, organisationName, locale, organisationLocale, timeZone } = recipient;
    return { to: email, organisationName, language: languageOf(locale, organisationLocale), timeZone };
  }
}
