import { createTransport, type Transporter } from 'nodemailer';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { MailRefused, MailTransport, type Mail } from './mail';

/** SMTP, with a short patience: the message is kept by us, not by a hanging connection. */
export class SmtpTransport extends MailTransport {
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
        to: mail.to,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
        disableUrlAccess: true,
      });
    } catch (error) {
      // The error's text can quote the address, so only its class travels on.
      const refusal = refusalOfMail(error as SmtpFailure);
      if (refusal) throw new MailRefused(`SMTP ${refusal}`);
      throw new AppError(notificationsErrors.mailServerDown);
    }
  }

  close(): void {
    this.#transporter.close();
  }
}

interface SmtpFailure {
  code?: string;
  responseCode?: number;
}

/**
 * The reply when it is about this mail: 5xx to its envelope or content. A greeting, a password (RFC 4954 §6) or a missing
 * TLS that the server does not like is the installation's fault, and no mail is lost over it.
 */
function refusalOfMail({ code, responseCode = 0 }: SmtpFailure): number | undefined {
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return aboutMail && responseCode >= 500 && responseCode !== 530 ? responseCode : undefined;
}
