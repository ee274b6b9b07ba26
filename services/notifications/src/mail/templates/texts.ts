import type { Platform } from '@creator-connect/contracts';
import type { Recipient } from '../../peers/recipients';
import { reminders, type MessageKind } from '../../messages/domain/message-kind';
import { applicationWordings } from './application-texts';
import type { MailContent } from './layout';
import type { Parts, Words } from './words';

const platformNames: Record<Platform, string> = { instagram: 'Instagram', tiktok: 'TikTok', youtube: 'YouTube' };

/**
 * Platform text and names are data, not markup: control and direction characters are taken out, so that a handle can
 * neither break a header nor turn the line around it. The layout escapes the rest.
 */
export const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim();

/** A subject of at most 60 characters; what does not fit ends in an ellipsis. */
export const subjectLine = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`);

export interface MailContext {
  recipient: Recipient;
  publicUrl: string;
  /** When the authorization that the mail is about ends, or ended. */
  endsAt: Date | null;
}

const promise =
  'You sign in at the platform itself. Your password is never seen here, nothing is ever posted, and you can take the permission back at any time.';

/** The words of every mail about an influencer's accounts, in English. */
export function mailContent(kind: MessageKind, { recipient, publicUrl, endsAt }: MailContext): MailContent {
  const organisation = plain(recipient.organisationName);
  const account = accountName(recipient);
  const parts = wordings[kind]({ organisation, account, end: endsAt ? dayIn(recipient.timeZone, endsAt) : '' });
  const url = recipient.link?.url ?? (parts.button ? `${publicUrl}/sign-in` : null);
  const works = `You get this mail because ${organisation} works with you and uses Creator Connect.`;
  const footer = [parts.reason ?? works];
  if (recipient.link)
    footer.push(
      `The link works until ${momentIn(recipient.timeZone, recipient.link.expiresAt)}. It is meant for you alone.`,
    );
  if (reminders.has(kind))
    footer.push(`No more of these reminders? Your mail program has a button for it, mostly called "Unsubscribe".`);
  return {
    locale: 'en',
    subject: subjectLine(parts.subject),
    preheader: parts.preheader,
    heading: parts.heading,
    paragraphs: [`Hello ${plain(recipient.name)},`, ...parts.paragraphs],
    button: parts.button && url ? { label: parts.button, url } : null,
    footer,
  };
}

const wordings: Record<MessageKind, (words: Words) => Parts> = {
  'authorization-request': ({ organisation }) => ({
    subject: `${organisation} asks you to connect your accounts`,
    preheader: 'It takes a minute, and you can undo it at any time.',
    heading: `${organisation} asks you to connect your accounts`,
    paragraphs: [
      `${organisation} would like to see your posts and how they perform: impressions, engagements and your audience.`,
      promise,
    ],
    button: 'See what is asked',
  }),
  expiring: ({ organisation, account, end }) => ({
    subject: `Renew ${account} for ${organisation}`,
    preheader: `The permission ends on ${end}; from then on new posts are not counted.`,
    heading: `Please renew the permission for ${account}`,
    paragraphs: [
      `The permission that you gave ${organisation} for ${account} ends on ${end}. Renew it before, and nothing is missed; it takes a minute.`,
      promise,
    ],
    button: 'Renew now',
  }),
  reauth: ({ organisation, account, end }) => ({
    subject: `Reconnect ${account} for ${organisation}`,
    preheader: `The permission ended on ${end}; new posts are not counted until you renew it.`,
    heading: `Please reconnect ${account}`,
    paragraphs: [
      `The permission that you gave ${organisation} has ended, so new posts of ${account} are not counted. What was recorded before stays.`,
      promise,
    ],
    button: 'Reconnect now',
  }),
  authenticated: ({ organisation, account }) => ({
    subject: `${account} is connected with ${organisation}`,
    preheader: 'Was it not you? You can take the permission back in your dashboard.',
    heading: `${account} is connected`,
    paragraphs: [
      `${organisation} can now see posts of ${account} and how they perform.`,
      'Was it not you? Open your dashboard and press "Revoke Authorization".',
    ],
    button: 'Open my dashboard',
  }),
  revoked: ({ organisation, account }) => ({
    subject: `${account} is no longer connected with ${organisation}`,
    preheader: 'Collection has stopped and the data is hidden.',
    heading: `${account} is no longer connected`,
    paragraphs: [
      `${organisation} no longer collects anything from ${account}. The access was destroyed; what was collected is hidden and will be deleted.`,
    ],
    button: null,
  }),
  'marketplace-invited': ({ organisation, account }) => ({
    subject: `${organisation} invited ${account} to the Marketplace`,
    preheader: 'The invitation waits in TikTok under System Notifications.',
    heading: 'Join the TikTok Creator Marketplace',
    paragraphs: [
      `${organisation} invited ${account} to the TikTok Creator Marketplace.`,
      'Open TikTok → Inbox → System Notifications, choose the invitation, tap "View More" and then "Join".',
    ],
    button: null,
  }),
  'marketplace-joined': ({ organisation, account }) => ({
    subject: `${account} joined the Creator Marketplace`,
    preheader: `${organisation} sees it too; there is nothing more to do.`,
    heading: 'Welcome to the TikTok Creator Marketplace',
    paragraphs: [`${account} is a member now, and ${organisation} sees it as a Marketplace account.`],
    button: null,
  }),
  ...applicationWordings,
  approved: ({ organisation }) => ({
    subject: `${organisation} added you to its creators`,
    preheader: 'Your dashboard shows what is collected, and lets you stop it.',
    heading: `Welcome at ${organisation}`,
    paragraphs: [
      `${organisation} added you to its creators. In your dashboard you connect accounts, see what is collected and take permissions back.`,
    ],
    button: 'Open my dashboard',
  }),
};

function accountName({ accounts }: Recipient): string {
  const [first, ...more] = accounts;
  if (!first) return 'your account';
  if (more.length > 0) return `your ${accounts.length} accounts`;
  return first.handle ? `@${plain(first.handle)} on ${platformNames[first.platform]}` : platformNames[first.platform];
}

/** A day as it is in the recipient's own time zone. */
const dayIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(at);

/** In the recipient's own time zone, which is named. */
const momentIn = (timeZone: string, at: string) =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at))} (${timeZone})`;
