/** Who gives a set; the gateway gives its own when the export is asked for, since it lies before everything. */
export type ExportedService = 'accounts' | 'oauth' | 'collector' | 'ttcm' | 'notifications' | 'gateway';

export interface ExportedSet {
  service: ExportedService;
  name: string;
  /** What it is. */
  about: string;
  /** Where it comes from. */
  source: string;
  /** How long it is kept. */
  kept: string;
}

const inRoster = 'as long as you are in the roster';
const asProof = `${inRoster}, and afterwards as proof without anything that names you`;
const you = 'you, or the organisation';
const record = 'recorded by Creator Connect';
const platform = 'the platform, with your permission';
const afterwards = 'while the account is in the roster; after you take the permission back seven days, TikTok 24 hours';

/** Everything that an export holds, in the order in which it stands there. */
export const exportedSets: readonly ExportedSet[] = [
  { service: 'accounts', name: 'profile', about: 'Name, address and fields', source: you, kept: inRoster },
  {
    service: 'accounts',
    name: 'groups',
    about: 'Groups of the organisation',
    source: 'the organisation',
    kept: inRoster,
  },
  { service: 'accounts', name: 'notes', about: 'Notes about you', source: 'the organisation', kept: inRoster },
  { service: 'accounts', name: 'accounts', about: 'Social accounts, their states', source: platform, kept: inRoster },
  {
    service: 'accounts',
    name: 'account-history',
    about: 'Why an account is in its state',
    source: record,
    kept: inRoster,
  },
  {
    service: 'accounts',
    name: 'authorization-requests',
    about: 'What was asked of you',
    source: record,
    kept: inRoster,
  },
  { service: 'accounts', name: 'authorization-links', about: 'Links made for you', source: record, kept: inRoster },
  { service: 'accounts', name: 'campaigns', about: 'Campaigns you are in', source: 'the organisation', kept: inRoster },
  {
    service: 'accounts',
    name: 'reports',
    about: 'Public profiles you were found by',
    source: 'the platform; contact information also from vendors',
    kept: '30 days',
  },
  {
    service: 'accounts',
    name: 'merged-entries',
    about: 'Entries that became part of yours',
    source: record,
    kept: inRoster,
  },
  {
    service: 'accounts',
    name: 'merge-questions',
    about: 'Whether you were asked if another entry is yours',
    source: record,
    kept: inRoster,
  },
  { service: 'accounts', name: 'application', about: 'Your application', source: 'you', kept: inRoster },
  {
    service: 'oauth',
    name: 'authorizations',
    about: 'Permissions in force, without tokens',
    source: platform,
    kept: inRoster,
  },
  { service: 'oauth', name: 'consents', about: 'What you agreed to, and when', source: 'you', kept: asProof },
  { service: 'oauth', name: 'connect-attempts', about: 'Attempts to connect', source: record, kept: '30 days' },
  {
    service: 'oauth',
    name: 'token-uses',
    about: 'When a token was used, and what for',
    source: record,
    kept: asProof,
  },
  { service: 'oauth', name: 'revocations', about: 'Permissions taken back', source: record, kept: asProof },
  { service: 'collector', name: 'collections', about: 'Whether and when is collected', source: record, kept: inRoster },
  { service: 'collector', name: 'profiles', about: 'Public profiles', source: platform, kept: afterwards },
  { service: 'collector', name: 'posts', about: 'Posts with their latest figures', source: platform, kept: afterwards },
  { service: 'collector', name: 'figures', about: 'Every figure at every time', source: platform, kept: afterwards },
  { service: 'collector', name: 'gaps', about: 'When nothing could be collected', source: record, kept: afterwards },
  { service: 'collector', name: 'audience', about: 'Audiences in numbers', source: platform, kept: afterwards },
  {
    service: 'collector',
    name: 'vendor-records',
    about: 'Posts and figures that a vendor told',
    source: 'a vendor, by the organisation',
    kept: afterwards,
  },
  {
    service: 'collector',
    name: 'vendor-removals',
    about: 'When records of vendors were removed',
    source: record,
    kept: afterwards,
  },
  {
    service: 'collector',
    name: 'campaign-decisions',
    about: 'Posts put into a report',
    source: 'the organisation',
    kept: afterwards,
  },
  {
    service: 'ttcm',
    name: 'invitations',
    about: 'Invitations to the Creator Marketplace',
    source: 'the organisation, TikTok',
    kept: inRoster,
  },
  { service: 'ttcm', name: 'marketplace-memberships', about: 'Creator Marketplace', source: 'TikTok', kept: inRoster },
  {
    service: 'notifications',
    name: 'mails',
    about: 'Mails to you, without their text',
    source: record,
    kept: inRoster,
  },
  { service: 'notifications', name: 'incidents', about: 'What reminders were about', source: record, kept: inRoster },
  { service: 'notifications', name: 'notices', about: 'What members were told', source: record, kept: '90 days' },
  { service: 'notifications', name: 'mail-wishes', about: 'Whether you want reminders', source: 'you', kept: inRoster },
  {
    service: 'gateway',
    name: 'sign-ins',
    about: 'Where you are signed in',
    source: record,
    kept: 'until the session ends',
  },
  {
    service: 'gateway',
    name: 'browsers',
    about: 'In how many browsers you signed in, and when',
    source: record,
    kept: 'as long as you are signed in somewhere',
  },
  {
    service: 'gateway',
    name: 'views',
    about: 'Who looked at your data, by role and day',
    source: record,
    kept: '365 days',
  },
];

/** It outlives its person, without anything that names them: an erasure does not take it. */
export const staysAsProof = (service: ExportedService, set: string): boolean =>
  exportedSets.some((one) => one.service === service && one.name === set && one.kept === asProof);

/** The first file of an export says what the others are (GDPR 15). */
export const aboutExport = (organisationName: string, createdAt: Date) => ({
  title: `Everything held about you for ${organisationName}`,
  createdAt: createdAt.toISOString(),
  controller: organisationName,
  purpose:
    'To plan campaigns and report on them by the figures of posts that you share; to keep your permissions working.',
  recipients: [
    `Members of ${organisationName}, and programs that it gave a key`,
    `Programs of ${organisationName} that read its stream of events`,
  ],
  rights: 'In your dashboard you pause the collection, take permissions back, and erase everything.',
  formats: 'Each file exists twice with the same rows: as JSON, and as CSV for spreadsheets.',
  files: exportedSets.map(({ service, name, about, source, kept }) => ({
    name: `${service}/${name}`,
    about,
    source,
    kept,
  })),
});
