import { type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { MailTransport, type Mail } from './mail';
import { refusalOf, type SmtpFailure } from './smtp-refusal';

/** SMTP, with a short patience: the message is kept by us, not by a hanging connection. */
export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  readonly #transporter: Transporter;

  constructor(url: string) {
    super();
    const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
    this.#transporter = createTransport({ url, pool: true, maxConnections: 2, disableFileAccess: true, ...patience });
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.#transporter.sendMail({
        from: mail.from,
        ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
        to: mail.to,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        headers: headersOf(mail),
        disableUrlAccess: true,
      });
    } catch (error) {
      // The error's text can quote the address, so only its class travels on.
      throw refusalOf(error as SmtpFailure) ?? new AppError(notificationsErrors.mailServerDown);
    }
  }

  /** Workers have ended by then; idle connections would hold the process. */
  onApplicationShutdown(): void {
    this.#transporter.close();
  }
}

function headersOf({ locale, unsubscribeUrl }: Mail): Record<string, string> {
  return {
    // RFC 3834: nobody's absence note should answer.
    'Auto-Submitted': 'auto-generated',
    'Content-Language': locale,
    ...(unsubscribeUrl === undefined
      ? {}
      : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}
