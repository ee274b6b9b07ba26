import { unit } from './random';

/**
 * Ids look like YouTube's and can be read back, so that nothing has to be looked up: a channel's number stands in its
 * id, a video's channel and index in its eleven characters.
 */
const CHANNEL = /^UC(?:sandbox)(\d{15})$/;
const UPLOADS = /^UU(?:sandbox)(\d{15})$/;
const SUB = /^1(\d{4})(\d{16})$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CHANNEL_CHARACTERS = 6;
const INDEX_CHARACTERS = 5;

const tail = (number: number): string => `sandbox${String(number).padStart(15, '0')}`;

export const channelId = (number: number): string => `UC${tail(number)}`;
export const uploadsId = (number: number): string => `UU${tail(number)}`;
export const readChannelId = (id: string): number | undefined => numberIn(CHANNEL, id);
export const readUploadsId = (id: string): number | undefined => numberIn(UPLOADS, id);

/** The same for every app, as at Google: 21 digits. */
export function googleSub(number: number): string {
  const salt = Math.floor(unit('sub', number) * 10_000);
  return `1${String(salt).padStart(4, '0')}${String(number).padStart(16, '0')}`;
}

export function readGoogleSub(sub: string): number | undefined {
  const number = Number(SUB.exec(sub)?.[2] ?? Number.NaN);
  return googleSub(number) === sub ? number : undefined;
}

export const youtubeVideoId = (channel: number, index: number): string =>
  inLetters(channel, CHANNEL_CHARACTERS) + inLetters(index, INDEX_CHARACTERS);

export function readYouTubeVideoId(id: string): { channel: number; index: number } | undefined {
  if (id.length !== CHANNEL_CHARACTERS + INDEX_CHARACTERS) return undefined;
  const channel = fromLetters(id.slice(0, CHANNEL_CHARACTERS));
  const index = fromLetters(id.slice(CHANNEL_CHARACTERS));
  return channel === undefined || index === undefined ? undefined : { channel, index };
}

/** Each place is shifted by the ones after it, so that neighbours do not look alike. */
function inLetters(value: number, length: number): string {
  let rest = value;
  let shift = 17;
  let text = '';
  for (let i = 0; i < length; i++) {
    const digit = rest % 64;
    rest = Math.floor(rest / 64);
    const shown = (digit + shift) % 64;
    text += ALPHABET.charAt(shown);
    shift = (shift * 5 + shown * 11 + 7) % 64;
  }
  return text;
}

function fromLetters(text: string): number | undefined {
  let value = 0;
  let factor = 1;
  let shift = 17;
  for (const letter of text) {
    const shown = ALPHABET.indexOf(letter);
    if (shown < 0) return undefined;
    value += ((shown - shift + 64 * 64) % 64) * factor;
    factor *= 64;
    shift = (shift * 5 + shown * 11 + 7) % 64;
  }
  return value;
}

function numberIn(pattern: RegExp, id: string): number | undefined {
  const match = pattern.exec(id);
  return match ? Number(match[1]) : undefined;
}
