import { type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { MailTransport, type Mail, type Sent } from './mail';
import { messageOf } from './mail-message';
import { refusalOf, type SmtpFailure } from './smtp-refusal';

/** SMTP, with a short patience: the message is kept by us, not by a hanging connection. */
export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  readonly #transporter: Transporter;

  constructor(url: string) {
    super();
    const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
    this.#transporter = createTransport({ url, pool: true, maxConnections: 2, ...patience });
  }

  async send(mail: Mail): Promise<Sent> {
    try {
      await this.#transporter.sendMail(messageOf(mail));
      return { providerId: null };
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
