import type { FacebookPersona } from './facebook-personas';
import { channel, type GooglePersona } from './google-personas';
import type { InstagramAccount } from './instagram-accounts';
import { between, pick, unit } from './random';
import { ORDINARY_TIKTOK, type TikTokPersona } from './tiktok-personas';
import type { Posting } from './timeline';

const FIRST_NAMES = [
  'ana',
  'ben',
  'chidi',
  'dora',
  'emre',
  'fatima',
  'goran',
  'hana',
  'ivo',
  'june',
  'kofi',
  'lena',
  'mila',
  'noor',
  'omar',
  'pia',
] as const;
const SUBJECTS = [
  'cooks',
  'travels',
  'draws',
  'runs',
  'builds',
  'reads',
  'plays',
  'sews',
  'gardens',
  'films',
  'dances',
  'codes',
] as const;
const COUNTRIES = ['US', 'US', 'US', 'GB', 'DE', 'BR', 'FR', 'JP', 'AU', 'KR', 'NL'] as const;
/** Numbers from here on belong to the generated world; the personas with names have smaller ones. */
export const FIRST_GENERATED = 1_000_000;

interface Draw {
  handle: string;
  name: string;
  country: string;
  /** Few have many: from some hundred to a million. */
  followers: number;
  posting: Posting;
}

/** Same seed and number, same person; the index at the end of the handle leads back to it. */
function draw(seed: string, kind: string, number: number): Draw {
  const first = pick(FIRST_NAMES, seed, kind, 'first', number);
  const subject = pick(SUBJECTS, seed, kind, 'subject', number);
  const at = (low: number, high: number, what: string): number => between(low, high, seed, kind, what, number);
  return {
    handle: `${first}.${subject}.${number - FIRST_GENERATED}`,
    name: `${first.charAt(0).toUpperCase()}${first.slice(1)} ${subject}`,
    country: pick(COUNTRIES, seed, kind, 'country', number),
    followers: Math.floor(10 ** (2.3 + 3.7 * unit(seed, kind, 'followers', number) ** 1.7)),
    posting: { atStart: Math.floor(at(6, 120, 'posts')), everyHours: Math.floor(at(18, 170, 'every')) },
  };
}

/** A profile with one Page, which one professional account is linked to. */
export function generatedFacebook(seed: string, id: string, number: number): FacebookPersona {
  const { name } = draw(seed, 'instagram', number);
  return {
    id,
    number,
    name,
    shows: 'Generated: one Page with one professional Instagram account.',
    pages: [{ number, name: `${name} Page`, category: 'Digital creator', instagram: number }],
    sparePages: [],
  };
}

export function generatedInstagram(seed: string, number: number): InstagramAccount {
  const { handle, name, followers, posting } = draw(seed, 'instagram', number);
  return {
    number,
    username: handle,
    name,
    biography: 'A generated account. Its posts and numbers are computed.',
    kind: unit(seed, 'instagram', 'kind', number) < 0.7 ? 'creator' : 'business',
    followers,
    follows: Math.floor(between(20, 900, seed, 'instagram', 'follows', number)),
    posting,
    postsBeforeConversion: 0,
    ...(unit(seed, 'instagram', 'europe', number) < 0.3 && { inEurope: true as const }),
  };
}

export function generatedTikTok(seed: string, id: string, number: number): TikTokPersona {
  const { handle, name, country, followers, posting } = draw(seed, 'tiktok', number);
  return {
    id,
    number,
    handle,
    name,
    shows: 'Generated.',
    attributes: {
      ...ORDINARY_TIKTOK,
      followers,
      country,
      age: Math.floor(between(16, 58, seed, 'tiktok', 'age', number)),
      accountType: unit(seed, 'tiktok', 'business', number) < 0.08 ? 'business' : 'personal',
      viewsPerVideo: Math.floor(followers * between(0.05, 0.6, seed, 'tiktok', 'views', number)),
      posting,
    },
    marketplaceAtStart: unit(seed, 'tiktok', 'marketplace', number) < 0.15 ? 'IN' : 'NOT_IN',
  };
}

export function generatedYouTube(seed: string, id: string, number: number): GooglePersona {
  const { handle, name, country, followers, posting } = draw(seed, 'youtube', number);
  const viewsPerVideo = Math.floor(followers * between(0.1, 0.8, seed, 'youtube', 'views', number));
  return {
    id,
    number,
    name,
    email: `${id}@gmail.example`,
    shows: 'Generated: one channel.',
    identities: [
      {
        id: 'self',
        number,
        name,
        channel: channel(number, handle, {
          title: name,
          country,
          subscribers: followers,
          hidesSubscribers: unit(seed, 'youtube', 'hides', number) < 0.03,
          viewsPerVideo,
          viewsPerDay: Math.ceil(viewsPerVideo * (24 / posting.everyHours) * 1.2),
          posting,
        }),
      },
    ],
    unticks: [],
    testUser: false,
  };
}
