/** A mail ready to be sent. */
export interface Mail {
  /** Stable per message: a second delivery of the same message carries the same one. */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  locale: string;
}

/** Hands mails to the outside world. */
export abstract class MailTransport {
  /** Throws `MailRefused` when this mail can never be delivered, `notifications.mail_server_down` when it may be later. */
  abstract send(mail: Mail): Promise<void>;
}

/** The mail server said no for good (an SMTP reply of the 5xx class, RFC 5321 §4.2.1). */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
