import type { Mail } from './mail';

/** A mail as nodemailer takes it. */
export function messageOf(mail: Mail) {
  return {
    from: mail.from,
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    to: mail.to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    headers: headersOf(mail),
    disableUrlAccess: true,
    disableFileAccess: true,
  };
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
