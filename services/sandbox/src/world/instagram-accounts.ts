import type { Posting } from './timeline';

export interface InstagramAccount {
  number: number;
  username: string;
  name: string;
  biography: string;
  website?: string;
  kind: 'business' | 'creator' | 'personal';
  followers: number;
  follows: number;
  posting: Posting;
  /** Posts older than the switch to a professional account: their insights are refused (error 100 / 2108006). */
  postsBeforeConversion: number;
  /** In Europe (as in Japan) replies to stories are not counted. */
  inEurope?: true;
  /** Only for people of some age: others can't look it up. */
  ageGated?: true;
}

const account = (number: number, username: string, more: Partial<InstagramAccount>): InstagramAccount => ({
  number,
  username,
  name: `Sandbox ${username.replace('sandbox.', '').replaceAll('.', ' ')}`,
  biography: 'A pretended account. Its posts and numbers are computed.',
  kind: 'creator',
  followers: 18_400,
  follows: 312,
  posting: { atStart: 60, everyHours: 36 },
  postsBeforeConversion: 0,
  ...more,
});

/** Accounts of the personas. Numbers from 1,000,000 on belong to the generated world. */
const ACCOUNTS: readonly InstagramAccount[] = [
  account(101, 'sandbox.one.page', { website: 'https://one-page.example', postsBeforeConversion: 2 }),
  account(102, 'sandbox.kitchen', { kind: 'business', followers: 52_300, posting: { atStart: 40, everyHours: 48 } }),
  account(103, 'sandbox.travel', { followers: 8_900, posting: { atStart: 25, everyHours: 60 }, inEurope: true }),
  account(104, 'sandbox.personal', { kind: 'personal', followers: 640, posting: { atStart: 12, everyHours: 96 } }),
  account(105, 'sandbox.other.profile', { followers: 3_100, posting: { atStart: 18, everyHours: 72 } }),
  account(106, 'sandbox.small', { followers: 64, posting: { atStart: 9, everyHours: 120 } }),
  account(107, 'sandbox.no.page', { followers: 5_200, posting: { atStart: 30, everyHours: 48 } }),
  account(108, 'sandbox.placeholder', { followers: 7_700, posting: { atStart: 15, everyHours: 48 } }),
  account(109, 'sandbox.portfolio', { kind: 'business', followers: 96_000 }),
  account(110, 'sandbox.spare', { followers: 2_400, posting: { atStart: 10, everyHours: 96 } }),
  account(111, 'sandbox.unticked.page', { followers: 11_200, posting: { atStart: 20, everyHours: 72 } }),
  account(112, 'sandbox.unticked', { followers: 6_300, posting: { atStart: 20, everyHours: 72 } }),
  account(113, 'sandbox.no.insights', { followers: 14_900, posting: { atStart: 20, everyHours: 72 } }),
  account(114, 'sandbox.another.page', { followers: 4_800, posting: { atStart: 20, everyHours: 72 } }),
  account(115, 'sandbox.refuses', { followers: 9_100, posting: { atStart: 20, everyHours: 72 } }),
  account(116, 'sandbox.agency', { kind: 'business', followers: 2_100, posting: { atStart: 14, everyHours: 96 } }),
  account(117, 'sandbox.age.gated', { followers: 22_000, ageGated: true }),
  account(118, 'sandbox.contacts', {
    followers: 31_500,
    biography:
      'Bread, slowly. Write to bakery@contacts.example · tiktok.com/@sandbox.member · youtube.com/@sandbox.creator',
    website: 'https://contacts.example/links',
  }),
  account(121, 'sandbox.mixed', { followers: 12_700, posting: { atStart: 20, everyHours: 72 } }),
  account(122, 'sandbox.mixed.placeholder', { followers: 3_900, posting: { atStart: 12, everyHours: 72 } }),
  account(123, 'sandbox.mixed.portfolio', {
    kind: 'business',
    followers: 5_600,
    posting: { atStart: 12, everyHours: 72 },
  }),
  account(199, 'sandbox.successor', { followers: 3_300, posting: { atStart: 12, everyHours: 96 } }),
  ...Array.from({ length: 30 }, (_, i) =>
    account(201 + i, `sandbox.many.${i + 1}`, { followers: 1_000 + i * 350, posting: { atStart: 8, everyHours: 96 } }),
  ),
];

const byNumber = new Map(ACCOUNTS.map((one) => [one.number, one]));
const byUsername = new Map(ACCOUNTS.map((one) => [one.username, one]));

export const instagramAccount = (number: number): InstagramAccount | undefined => byNumber.get(number);
export const instagramAccountNamed = (username: string): InstagramAccount | undefined => byUsername.get(username);
