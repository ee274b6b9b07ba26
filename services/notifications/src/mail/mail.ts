/** A mail ready to be sent. */
export interface Mail {
  /** Stable per message: a second delivery of the same message carries the same one. */
  messageId: string;
  from: { name: string; address: string };
  replyTo?: string | undefined;
  to: string;
  subject: string;
  html: string;
  text: string;
  locale: string;
  /** Takes a one-click request for no more mails of this kind (RFC 8058). */
  unsubscribeUrl?: string | undefined;
}

export interface Sent {
  /** Under which the provider tells later what became of it; null where it tells nothing. */
  providerId: string | null;
}

/** Hands mails to the outside world. */
export abstract class MailTransport {
  /** Throws `MailRefused` when this mail can never be delivered, `notifications.mail_server_down` when it may be later. */
  abstract send(mail: Mail): Promise<Sent>;
}

/** The mail server said no for good (an SMTP reply of the 5xx class, RFC 5321 §4.2.1; a rejection of SES). */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    reply: string,
    /** It is not about this mail: there is no such mailbox, and no other mail will reach it either. */
    readonly isMailboxGone: boolean,
  ) {
    super(reply);
  }
}
