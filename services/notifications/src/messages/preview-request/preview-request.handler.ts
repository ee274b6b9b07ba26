import { Injectable } from '@nestjs/common';
import { Recipients } from '../../peers/recipients';
import { ComposeMail } from '../compose-mail';

export interface MailPreview {
  locale: string;
  to: { name: string; address: string };
  /** Null: the organisation has no verified address, so nothing would be sent. */
  from: { name: string; address: string } | null;
  subject: string;
  text: string;
}

const kind = 'authorization-request';

/** The mail with which an influencer is asked for accounts, as it would go out now. Nothing is sent, queued or minted. */
@Injectable()
export class PreviewRequestHandler {
  constructor(
    private readonly recipients: Recipients,
    private readonly compose: ComposeMail,
  ) {}

  async handle(organisationId: string, influencerId: string): Promise<MailPreview> {
    const about = { organisationId, influencerId, purpose: kind, accountIds: [], preview: true };
    const recipient = await this.recipients.of(about);
    const sender = await this.compose.sender(organisationId, kind, recipient);
    const { subject, text, locale } = await this.compose.words(kind, recipient, null);
    return {
      locale,
      to: { name: recipient.name, address: recipient.email },
      from: sender?.from ?? null,
      subject,
      text,
    };
  }
}
