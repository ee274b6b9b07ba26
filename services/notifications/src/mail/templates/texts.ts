import type { Recipient } from '../../peers/recipients';
import { reminders, type MessageKind } from '../../messages/domain/message-kind';
import { languageOf } from './language';
import { dayIn, momentIn } from './moment';
import type { MailContent } from './layout';
import { plain, shortened } from './plain-text';
import { platformNames } from './platform-names';
import type { Language, Parts } from './words';

export interface MailContext {
  recipient: Recipient;
  publicUrl: string;
  /** When the authorization that the mail is about ends, or ended. */
  endsAt: Date | null;
}

/** The words of every mail about an influencer's accounts, in their language or else the organisation's. */
export function mailContent(kind: MessageKind, { recipient, publicUrl, endsAt }: MailContext): MailContent {
  const language = languageOf(recipient.locale, recipient.organisationLocale);
  const organisation = plain(recipient.organisationName);
  const { timeZone, link } = recipient;
  const end = endsAt ? dayIn(language, timeZone, endsAt) : '';
  const until = link ? dayIn(language, timeZone, new Date(link.expiresAt)) : '';
  const handle = plain(recipient.accounts[0]?.handle ?? '').replace(/^@/, '');
  const partsWith = (by: string, called: string): Parts =>
    language.wordings[kind]({ organisation: by, account: accountName(language, recipient, called), end, until });
  const parts = partsWith(organisation, handle);
  const url = link?.url ?? (parts.button ? `${publicUrl}/sign-in` : null);
  const footer = [parts.reason ?? language.because(organisation)];
  if (link) footer.push(language.until(momentIn(language, timeZone, link.expiresAt)));
  if (reminders.has(kind)) footer.push(language.stop);
  return {
    locale: language.locale,
    subject: shortened([organisation, handle], (by, called) => partsWith(by, called).subject),
    preheader: parts.preheader,
    heading: parts.heading,
    paragraphs: [language.hello(plain(recipient.name)), ...parts.paragraphs],
    button: parts.button && url ? { label: parts.button, url } : null,
    footer,
  };
}

function accountName(language: Language, { accounts }: Recipient, handle: string): string {
  const [first, ...more] = accounts;
  if (!first) return language.yourAccount;
  if (more.length > 0) return language.yourAccounts(accounts.length);
  const platform = platformNames[first.platform];
  return handle ? language.accountAt(handle, platform) : platform;
}
