import { MailRefused } from './mail';

/** What nodemailer tells of a failure. The text can quote the address, so only codes travel on. */
export interface SmtpFailure {
  code?: string;
  responseCode?: number;
  /** The last line of the server, e.g. `550 5.1.1 No such user`. */
  response?: string;
  /** What it answered to, e.g. `RCPT TO`. */
  command?: string;
}

/** RFC 3463 §3.2, §3.3; RFC 7505 §4.2: no such mailbox, domain or name, it has moved away, is disabled, or takes no mail. */
const mailboxGone = /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/;
/** RFC 5321 §4.2.2, for servers that give no enhanced code: unavailable, not local, name not allowed. */
const mailboxGoneBasic = new Set([550, 551, 553]);

/**
 * The refusal when it is about this mail: 5xx to its envelope or content. A greeting, a password (RFC 4954 §6) or a missing
 * TLS that the server does not like is the installation's fault, and no mail is lost over it.
 */
export function refusalOf({ code, responseCode = 0, response = '', command }: SmtpFailure): MailRefused | undefined {
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!aboutMail || responseCode < 500 || responseCode === 530) return undefined;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const isGone = enhanced === undefined ? mailboxGoneBasic.has(responseCode) : mailboxGone.test(enhanced);
  return new MailRefused(['SMTP', responseCode, enhanced].filter(Boolean).join(' '), command === 'RCPT TO' && isGone);
}
