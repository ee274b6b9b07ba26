import type { Parts, Words } from '../words';

const promise =
  'You sign in at the platform itself. Your password is never seen here, nothing is ever posted, and you can take the permission back at any time.';

/** Mails about an influencer's accounts. */
export const influencerWordings = {
  'authorization-request': ({ organisation, account, until }: Words): Parts => ({
    subject: `${organisation} asks you to connect ${account}`,
    preheader: `The link works until ${until}; your posts are not counted until you connect.`,
    heading: `${organisation} asks you to connect ${account}`,
    paragraphs: [
      `${organisation} would like to see your posts and how they perform: impressions, engagements and your audience.`,
      `${promise} It takes a minute.`,
    ],
    button: 'See what is asked',
  }),
  expiring: ({ organisation, account, end }: Words): Parts => ({
    subject: `Renew ${account} for ${organisation}`,
    preheader: `The permission ends on ${end}; from then on new posts are not counted.`,
    heading: `Please renew the permission for ${account}`,
    paragraphs: [
      `The permission that you gave ${organisation} for ${account} ends on ${end}. Renew it before, and nothing is missed; it takes a minute.`,
      promise,
    ],
    button: 'Renew now',
  }),
  reauth: ({ organisation, account, end }: Words): Parts => ({
    subject: `Reconnect ${account} for ${organisation}`,
    preheader: `The permission ended on ${end}; new posts are not counted until you renew it.`,
    heading: `Please reconnect ${account}`,
    paragraphs: [
      `The permission that you gave ${organisation} has ended, so new posts of ${account} are not counted. What was recorded before stays.`,
      promise,
    ],
    button: 'Reconnect now',
  }),
  authenticated: ({ organisation, account }: Words): Parts => ({
    subject: `${account} is connected with ${organisation}`,
    preheader: 'Was it not you? You can take the permission back in your dashboard.',
    heading: `${account} is connected`,
    paragraphs: [
      `${organisation} can now see posts of ${account} and how they perform.`,
      'Was it not you? Open your dashboard and press "Revoke Authorization".',
    ],
    button: 'Open my dashboard',
  }),
  revoked: ({ organisation, account }: Words): Parts => ({
    subject: `${account} is no longer connected with ${organisation}`,
    preheader: 'Collection has stopped and the data is hidden.',
    heading: `${account} is no longer connected`,
    paragraphs: [
      `${organisation} no longer collects anything from ${account}. The access was destroyed; what was collected is hidden and will be deleted.`,
    ],
    button: null,
  }),
  paused: ({ organisation, account }: Words): Parts => ({
    subject: `Paused for ${organisation}: ${account}`,
    preheader: 'Nothing is collected until you let it go on.',
    heading: 'The collection is paused',
    paragraphs: [
      `You paused the collection of ${account}. Until you let it go on, ${organisation} collects nothing there and nobody reminds you. Your permission stays, and so does what was collected.`,
      'Was it not you? Open your dashboard and press "Go on collecting".',
    ],
    button: 'Open my dashboard',
  }),
  resumed: ({ organisation, account }: Words): Parts => ({
    subject: `Going on for ${organisation}: ${account}`,
    preheader: 'Was it not you? You can pause it again in your dashboard.',
    heading: 'The collection goes on',
    paragraphs: [
      `You ended the pause of ${account}. ${organisation} collects new posts again, and how they perform.`,
      'Was it not you? Open your dashboard and press "Pause", or take the permission back.',
    ],
    button: 'Open my dashboard',
  }),
  'marketplace-invited': ({ organisation, account }: Words): Parts => ({
    subject: `${organisation} invited ${account} to the Marketplace`,
    preheader: 'The invitation waits in TikTok under System Notifications.',
    heading: 'Join the TikTok Creator Marketplace',
    paragraphs: [
      `${organisation} invited ${account} to the TikTok Creator Marketplace.`,
      'Open TikTok → Inbox → System Notifications, choose the invitation, tap "View More" and then "Join".',
    ],
    button: null,
  }),
  'marketplace-reminder': ({ organisation, account }: Words): Parts => ({
    subject: `Reminder by ${organisation}: Marketplace for ${account}`,
    preheader: 'The invitation still waits in TikTok. This is the only reminder.',
    heading: 'Your invitation to the TikTok Creator Marketplace waits',
    paragraphs: [
      `${organisation} invited ${account} to the TikTok Creator Marketplace some time ago.`,
      'To join, open TikTok → Inbox → System Notifications, choose the invitation, tap "View More" and then "Join".',
      'If you would rather not join, do nothing: there is no other reminder, and the invitation ends by itself.',
    ],
    button: null,
  }),
  'marketplace-joined': ({ organisation, account }: Words): Parts => ({
    subject: `${organisation}: ${account} joined the Marketplace`,
    preheader: 'You are a member now; there is nothing more to do.',
    heading: 'Welcome to the TikTok Creator Marketplace',
    paragraphs: [`${account} is a member now, and ${organisation} sees it as a Marketplace account.`],
    button: null,
  }),
  approved: ({ organisation, until }: Words): Parts => ({
    subject: `${organisation} added you to its creators`,
    preheader: `The link to your dashboard works once, until ${until}.`,
    heading: `Welcome at ${organisation}`,
    paragraphs: [
      `${organisation} added you to its creators. In your dashboard you connect accounts, see what is collected and take permissions back.`,
      'The button signs you in, once. Later the sign-in page mails you a new link whenever you need one.',
    ],
    button: 'Open my dashboard',
  }),
  'merge-question': ({ organisation }: Words): Parts => ({
    subject: `${organisation} asks: is another entry yours?`,
    preheader: 'Nothing happens until you answer in your dashboard.',
    heading: 'Is another entry yours, too?',
    paragraphs: [
      `${organisation} has two entries that may both be yours. Sign in with this address to see what would move, and say yes or no.`,
      'Only you can say so. Without your yes nothing moves, and nobody else sees what is yours.',
    ],
    button: 'Open my dashboard',
  }),
};
