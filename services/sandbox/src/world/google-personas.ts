import type { Posting } from './timeline';

/** `closed` by its owner, `suspended` by YouTube. */
export type ChannelStanding = 'open' | 'closed' | 'suspended';

export interface YouTubeChannel {
  number: number;
  title: string;
  description: string;
  /** Without the `@`. */
  handle: string;
  /** Absent where the person never said. */
  country?: string;
  subscribers: number;
  hidesSubscribers: boolean;
  /** Hides the likes and switches comments off. */
  hidesCounts: boolean;
  viewsPerVideo: number;
  viewsPerDay: number;
  posting: Posting;
  standing: ChannelStanding;
}

/** An account, or a brand account that its person manages: what a token is bound to. */
export interface GoogleIdentity {
  /** Unique within the persona: `self`, or the name of the brand account. */
  id: string;
  number: number;
  name: string;
  channel?: YouTubeChannel;
}

export interface GooglePersona {
  id: string;
  number: number;
  name: string;
  email: string;
  shows: string;
  /** The account itself first; more than one means that the person is asked which one to use. */
  identities: readonly [GoogleIdentity, ...GoogleIdentity[]];
  /** Boxes that this person leaves empty on the consent page. */
  unticks: readonly string[];
  /** For this person the app counts as one in Testing: seven days. */
  testUser: boolean;
}

export const channel = (number: number, handle: string, more: Partial<YouTubeChannel> = {}): YouTubeChannel => ({
  number,
  title: `Sandbox ${handle.replace('sandbox.', '').replaceAll('.', ' ')}`,
  description: 'A pretended channel. Its videos and numbers are computed.',
  handle,
  country: 'US',
  subscribers: 12_345,
  hidesSubscribers: false,
  hidesCounts: false,
  viewsPerVideo: 8_000,
  viewsPerDay: 2_400,
  posting: { atStart: 64, everyHours: 60 },
  standing: 'open',
  ...more,
});

/** Made a moment ago by somebody who had none. */
export const newChannel = ({ number }: GoogleIdentity): YouTubeChannel =>
  channel(number, `sandbox.new.channel.${number}`, { subscribers: 0, posting: { atStart: 0, everyHours: 48 } });

const persona = (
  number: number,
  id: string,
  shows: string,
  own: YouTubeChannel | undefined,
  more: Partial<GooglePersona> & { brands?: YouTubeChannel[] } = {},
): GooglePersona => {
  const { brands = [], ...others } = more;
  const name = id.replace('youtube-', 'YouTube ').replaceAll('-', ' ');
  return {
    id,
    number,
    name,
    email: `${id}@gmail.example`,
    shows,
    identities: [
      { id: 'self', number, name, ...(own ? { channel: own } : {}) },
      ...brands.map((one) => ({ id: `brand-${one.number}`, number: one.number, name: one.title, channel: one })),
    ],
    unticks: [],
    testUser: false,
    ...others,
  };
};

const ANALYTICS = 'https://www.googleapis.com/auth/yt-analytics.readonly';

export const GOOGLE_PERSONAS: readonly GooglePersona[] = [
  persona(
    701,
    'youtube-creator',
    'Everything in order: one channel with 64 videos, Shorts among them.',
    channel(701, 'sandbox.creator'),
  ),
  persona(
    702,
    'youtube-brand-account',
    'No channel of its own, two brand accounts with one each: a choice.',
    undefined,
    {
      brands: [
        channel(721, 'sandbox.brand.kitchen', { subscribers: 88_400, viewsPerVideo: 21_000 }),
        channel(722, 'sandbox.brand.travel', { subscribers: 5_120, posting: { atStart: 18, everyHours: 120 } }),
      ],
    },
  ),
  persona(703, 'youtube-no-channel', 'A Google account without a channel: the list of channels is empty.', undefined),
  persona(
    704,
    'youtube-no-analytics',
    'Leaves the box for YouTube Analytics empty: a smaller grant, no error.',
    channel(704, 'sandbox.no.analytics'),
    { unticks: [ANALYTICS] },
  ),
  persona(
    705,
    'youtube-hidden-counts',
    'Hides subscribers and likes, comments are off: the counts are absent.',
    channel(705, 'sandbox.hidden', { hidesSubscribers: true, hidesCounts: true }),
  ),
  persona(
    706,
    'youtube-testing-mode',
    'The app counts as "in Testing" for this person: the refresh token ends after 7 days.',
    channel(706, 'sandbox.testing', { subscribers: 1_500 }),
    { testUser: true },
  ),
  persona(
    707,
    'youtube-suspended',
    'YouTube suspended the channel: channelSuspended.',
    channel(707, 'sandbox.suspended', { standing: 'suspended' }),
  ),
  persona(
    708,
    'youtube-closed',
    'The person closed the channel: channelClosed.',
    channel(708, 'sandbox.closed', { standing: 'closed' }),
  ),
  persona(
    709,
    'youtube-small',
    'A young channel: Analytics has no audience rows, and few days with views.',
    channel(709, 'sandbox.small.channel', {
      subscribers: 37,
      viewsPerVideo: 20,
      viewsPerDay: 1,
      posting: { atStart: 4, everyHours: 200 },
    }),
  ),
  persona(
    710,
    'youtube-busy',
    'A video every six hours: many pages of uploads, more than 50 ids to ask for.',
    channel(710, 'sandbox.busy.channel', {
      subscribers: 1_234_567,
      viewsPerVideo: 150_000,
      viewsPerDay: 610_000,
      posting: { atStart: 420, everyHours: 6 },
    }),
  ),
  persona(
    712,
    'youtube-contacts',
    'Names an address and other accounts in the description of the channel, an Instagram account among them.',
    channel(712, 'sandbox.contacts', {
      description:
        'Bread, slowly.\nBusiness: bakery@contacts.example\nhttps://www.instagram.com/sandbox.contacts/ · https://contacts.example/links',
      subscribers: 41_200,
    }),
  ),
  persona(
    713,
    'youtube-short-lived',
    'Like "testing mode": a second channel whose refresh token ends after 7 days.',
    channel(713, 'sandbox.short.lived', { subscribers: 2_300, posting: { atStart: 12, everyHours: 90 } }),
    { testUser: true },
  ),
  persona(
    714,
    'youtube-everyday',
    'Everything in order, once more: one channel with 20 videos.',
    channel(714, 'sandbox.everyday.channel', { subscribers: 7_800, posting: { atStart: 20, everyHours: 96 } }),
  ),
  persona(
    711,
    'youtube-other-account',
    'Another Google account with another channel: "wrong Google login".',
    channel(711, 'sandbox.other.account', { subscribers: 903, country: 'DE' }),
  ),
];

const byId = new Map(GOOGLE_PERSONAS.map((one) => [one.id, one]));
const byNumber = new Map(
  GOOGLE_PERSONAS.flatMap((one) => one.identities.map((identity) => [identity.number, { persona: one, identity }])),
);

export const googlePersona = (id: string): GooglePersona | undefined => byId.get(id);

/** Whose channel it is, by the number in its id. */
export const channelOwner = (number: number): { persona: GooglePersona; identity: GoogleIdentity } | undefined =>
  byNumber.get(number);

const HANDLES = new Map(
  [...byNumber].flatMap(([number, { identity }]) =>
    identity.channel ? [[identity.channel.handle, number] as const] : [],
  ),
);
export const channelNumberOfHandle = (handle: string): number | undefined => HANDLES.get(handle);
