import type { Posting } from './timeline';

/** What may change while the sandbox runs (`POST /control/personas/{id}/set`). */
export interface TikTokAttributes {
  followers: number;
  country: string;
  age: number;
  accountType: 'personal' | 'business';
  contentSuitable: boolean;
  viewsPerVideo: number;
  posting: Posting;
  /** In good standing at TikTok. */
  goodStanding: boolean;
  /** How an invitation is answered beyond the documented rules: a reason nobody knows, none at all, no answer at all. */
  inviteAnswer: 'by_rules' | 'unknown_reason' | 'no_reason' | 'left_out';
  /** What all videos say, instead of words of the sandbox. */
  caption?: string;
  /** What the profile says of itself, instead of `ORDINARY_BIO`. */
  bio?: string;
  /** The handle after it was changed. */
  handle?: string;
  closed?: 'deleted' | 'banned';
}

export interface TikTokPersona {
  id: string;
  number: number;
  handle: string;
  name: string;
  shows: string;
  attributes: TikTokAttributes;
  marketplaceAtStart: 'IN' | 'NOT_IN' | 'INVITED';
}

/** Of whoever says nothing else of themselves. */
export const ORDINARY_BIO = 'A pretended account. Its videos and numbers are computed.';

export const ORDINARY_TIKTOK: TikTokAttributes = {
  followers: 25_000,
  country: 'US',
  age: 24,
  accountType: 'personal',
  contentSuitable: true,
  goodStanding: true,
  inviteAnswer: 'by_rules',
  viewsPerVideo: 4_000,
  // 5.5 days apart: exactly five videos within the 30 days before the world begins.
  posting: { atStart: 24, everyHours: 132 },
};

const persona = (
  number: number,
  id: string,
  shows: string,
  attributes: Partial<TikTokAttributes> = {},
  marketplaceAtStart: TikTokPersona['marketplaceAtStart'] = 'NOT_IN',
): TikTokPersona => ({
  id,
  number,
  handle: `sandbox.${id.replace('tiktok-', '').replaceAll('-', '.')}`,
  name: id.replace('tiktok-', 'TikTok ').replaceAll('-', ' '),
  shows,
  attributes: { ...ORDINARY_TIKTOK, ...attributes },
  marketplaceAtStart,
});

export const TIKTOK_PERSONAS: readonly TikTokPersona[] = [
  persona(501, 'tiktok-everyday', 'Not in the marketplace and eligible: US, 25,000 followers, 5 videos in 30 days.'),
  persona(502, 'tiktok-too-small', 'Fails several rules at once: followers, videos and views.', {
    followers: 900,
    viewsPerVideo: 60,
    posting: { atStart: 6, everyHours: 480 },
  }),
  persona(503, 'tiktok-member', 'Already in the marketplace.', {}, 'IN'),
  persona(504, 'tiktok-invited', 'An invitation waits in the System Notifications.', {}, 'INVITED'),
  persona(505, 'tiktok-business-account', 'A business account: one rule fails, the person can switch it.', {
    accountType: 'business',
  }),
  persona(506, 'tiktok-under-age', 'Seventeen years old.', { age: 17 }),
  persona(507, 'tiktok-other-country', 'Lives in a country without the marketplace (NL).', { country: 'NL' }),
  persona(508, 'tiktok-korea', '30,000 followers: enough elsewhere, too few in South Korea (50,000).', {
    country: 'KR',
    followers: 30_000,
  }),
  persona(509, 'tiktok-few-videos', 'One video in the last 30 days.', {
    posting: { atStart: 8, everyHours: 600 },
    viewsPerVideo: 30_000,
  }),
  persona(510, 'tiktok-few-views', 'Enough videos, under 1,000 views in the last 30 days.', { viewsPerVideo: 90 }),
  persona(511, 'tiktok-unsuitable', 'Content that is not suitable for 13 and older.', { contentSuitable: false }),
  persona(512, 'tiktok-busy', 'Posts every six hours: many pages of videos, some shorter than asked for.', {
    posting: { atStart: 400, everyHours: 6 },
    followers: 310_000,
    viewsPerVideo: 90_000,
  }),
  persona(513, 'tiktok-korea-under-age', 'Eighteen: old enough elsewhere, too young in South Korea (19).', {
    country: 'KR',
    followers: 80_000,
    age: 18,
  }),
  persona(514, 'tiktok-korea-eligible', "Meets South Korea's own rules: 80,000 followers, 19 years old.", {
    country: 'KR',
    followers: 80_000,
    age: 19,
  }),
  persona(515, 'tiktok-not-in-good-standing', 'Was warned by TikTok: the account is not in good standing.', {
    goodStanding: false,
  }),
  persona(516, 'tiktok-unknown-reason', 'Rejected for a reason that no document names.', {
    inviteAnswer: 'unknown_reason',
  }),
  persona(517, 'tiktok-no-reason', 'Rejected without any reason.', { inviteAnswer: 'no_reason' }),
  persona(518, 'tiktok-left-out', 'The answer to an invitation does not mention the handle.', {
    inviteAnswer: 'left_out',
  }),
  persona(
    519,
    'tiktok-member-moved',
    'In the marketplace, and moved to a country without it (NL).',
    { country: 'NL' },
    'IN',
  ),
  persona(520, 'tiktok-to-forget', 'Says what is looked for afterwards, and asks to be forgotten.'),
  persona(521, 'tiktok-for-two', 'Everyday too: works with two organisations.'),
  persona(522, 'tiktok-lapsed', 'Everyday too: whose permission ends.'),
  persona(
    523,
    'tiktok-contacts',
    'In the marketplace; the profile names an Instagram account.',
    { bio: 'Bread, slowly. IG: @sandbox.contacts' },
    'IN',
  ),
];

const byId = new Map(TIKTOK_PERSONAS.map((one) => [one.id, one]));
const byHandle = new Map(TIKTOK_PERSONAS.map((one) => [one.handle, one]));

export const tiktokPersona = (id: string): TikTokPersona | undefined => byId.get(id);
export const tiktokPersonaWithHandle = (handle: string): TikTokPersona | undefined => byHandle.get(handle);
