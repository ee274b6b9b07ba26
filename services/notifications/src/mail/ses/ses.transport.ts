import { BadRequestException, MessageRejected, SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { createTransport } from 'nodemailer';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { MailRefused, MailTransport, type Mail, type Sent } from '../mail';
import { messageOf } from '../mail-message';

/** Hands mails to Amazon SES, as they are; SES gives each an id of its own, under which it tells what became of it. */
export class SesTransport extends MailTransport {
  readonly #transporter;

  constructor(
    client: SESv2Client,
    private readonly configurationSet: string | undefined,
  ) {
    super();
    this.#transporter = createTransport({ SES: { sesClient: client, SendEmailCommand } });
  }

  async send(mail: Mail): Promise<Sent> {
    const ses = this.configurationSet === undefined ? {} : { ConfigurationSetName: this.configurationSet };
    try {
      const { response } = await this.#transporter.sendMail({ ...messageOf(mail), ses });
      return { providerId: response };
    } catch (error) {
      throw refusalOf(error) ?? new AppError(notificationsErrors.mailServerDown);
    }
  }
}

/**
 * The refusal when it is about this mail. A sender that AWS does not take, a paused account or a limit is the
 * installation's business, and no mail is lost over it. The words can quote addresses, so only the name travels on.
 */
function refusalOf(error: unknown): MailRefused | undefined {
  if (error instanceof MessageRejected && /not verified/i.test(error.message)) return undefined;
  if (error instanceof MessageRejected || error instanceof BadRequestException) {
    return new MailRefused(`SES ${error.name}`, false);
  }
  return undefined;
}
