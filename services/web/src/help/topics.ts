/** Pages outside that a topic sends to: of the platforms themselves, and nobody else's. */
export const outsidePages = {
  instagramProfessional: 'https://help.instagram.com/502981923235522',
  facebookCreatePage: 'https://www.facebook.com/help/104002523024878',
  facebookConnectInstagram: 'https://www.facebook.com/help/1148909221857370',
  facebookPageAccess: 'https://www.facebook.com/help/187316341316631',
  facebookIntegrations: 'https://www.facebook.com/settings?tab=business_tools',
  googleConnections: 'https://myaccount.google.com/connections',
  youtubeChannel: 'https://support.google.com/youtube/answer/1646861',
  tiktokHelp: 'https://support.tiktok.com/',
} as const;
export type OutsidePage = keyof typeof outsidePages;

export const audiences = ['creator', 'admin', 'developer', 'operator'] as const;
export type Audience = (typeof audiences)[number];

interface TopicFacts {
  for: Audience;
  /** Steps are shown one at a time, each with its own address. */
  guide?: true;
  outside?: readonly OutsidePage[];
  related?: readonly string[];
}

const facts = {
  'what-is-read': { for: 'creator', related: ['revoke', 'authorization-link'] },
  'your-data': { for: 'creator', related: ['what-is-read', 'revoke'] },
  'authorization-link': { for: 'creator', related: ['what-is-read', 'other-account'] },
  application: { for: 'creator', related: ['what-is-read', 'sign-in'] },
  'sign-in': { for: 'creator', related: ['authorization-link'] },
  reauthenticate: { for: 'creator', related: ['facebook-permissions', 'revoke'] },
  revoke: {
    for: 'creator',
    outside: ['facebookIntegrations', 'googleConnections', 'tiktokHelp'],
    related: ['reauthenticate', 'what-is-read'],
  },
  'instagram-account-type': {
    for: 'creator',
    guide: true,
    outside: ['instagramProfessional'],
    related: ['facebook-page', 'link-page'],
  },
  'facebook-page': { for: 'creator', guide: true, outside: ['facebookCreatePage'], related: ['link-page'] },
  'link-page': {
    for: 'creator',
    guide: true,
    outside: ['facebookConnectInstagram'],
    related: ['check-link', 'instagram-account-type'],
  },
  'check-link': {
    for: 'creator',
    guide: true,
    outside: ['facebookConnectInstagram'],
    related: ['link-page', 'facebook-permissions'],
  },
  'facebook-permissions': {
    for: 'creator',
    guide: true,
    outside: ['facebookIntegrations'],
    related: ['check-link', 'what-is-read'],
  },
  'other-account': { for: 'creator', related: ['authorization-link', 'facebook-page'] },
  'placeholder-page': {
    for: 'creator',
    outside: ['facebookConnectInstagram'],
    related: ['facebook-page', 'link-page'],
  },
  'page-access': { for: 'creator', outside: ['facebookPageAccess'], related: ['facebook-permissions', 'link-page'] },
  'another-page': { for: 'creator', related: ['facebook-permissions', 'check-link'] },
  'youtube-channel': { for: 'creator', outside: ['youtubeChannel'], related: ['other-account'] },
  'consent-refused': { for: 'creator', related: ['what-is-read'] },
  'platform-trouble': { for: 'creator', related: ['something-went-wrong'] },
  'something-went-wrong': { for: 'creator', related: ['platform-trouble', 'no-permission'] },
  'add-influencers': { for: 'admin', related: ['discover', 'ask-creators', 'merge-influencers', 'marketplace'] },
  'merge-influencers': { for: 'admin', related: ['add-influencers', 'ask-creators'] },
  discover: { for: 'admin', related: ['add-influencers', 'marketplace'] },
  'ask-creators': { for: 'admin', related: ['outbound-email', 'attention'] },
  attention: { for: 'admin', related: ['ask-creators'] },
  'outbound-email': { for: 'admin', related: ['ask-creators'] },
  marketplace: { for: 'admin', outside: ['tiktokHelp'], related: ['add-influencers', 'vendor-data'] },
  'vendor-data': { for: 'admin', related: ['marketplace'] },
  'applications-inbox': { for: 'admin', related: ['outbound-email'] },
  reports: { for: 'admin', related: ['attention'] },
  'no-permission': { for: 'admin', related: ['members', 'second-factor'] },
  members: { for: 'admin', related: ['second-factor', 'no-permission'] },
  'second-factor': { for: 'admin', related: ['members'] },
  api: { for: 'developer', related: ['members'] },
  operations: { for: 'operator', related: ['something-went-wrong'] },
  organisations: { for: 'operator', related: ['members', 'second-factor', 'installation'] },
  installation: { for: 'operator', related: ['operations', 'organisations'] },
} as const satisfies Record<string, TopicFacts>;

export type HelpTopic = keyof typeof facts;

export const topics: Readonly<Record<HelpTopic, TopicFacts>> = facts;

export const isTopic = (name: string): name is HelpTopic => name in topics;

/** What a locale says about a topic. */
export interface TopicText {
  title: string;
  /** What it is about, and why. */
  text: string;
  steps: readonly string[];
}
export type HelpTexts = Readonly<Record<HelpTopic, TopicText>>;
