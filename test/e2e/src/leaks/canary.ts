import { createHash } from 'node:crypto';
import type { Encoding } from './token-search';

export interface Canary {
  platform: string;
  token: string;
}

/** Letters and digits that look like chance but are the same for the same seed. */
const letters = (seed: string, length: number) => {
  let text = '';
  for (let block = 0; text.length < length; block += 1) {
    text += createHash('sha512').update(`${seed} ${block}`).digest('base64').replace(/[+/=]/g, '');
  }
  return text.slice(0, length);
};

/**
 * Made-up tokens in the shape of each platform's, others for each place. A place that cannot forget (the write-ahead log)
 * still holds them at the next search of the same system, so they are the same each time.
 */
export function canaries(place: string): Canary[] {
  const some = (platform: string, length: number) => letters(`${place} ${platform}`, length);
  return [
    { platform: 'TikTok', token: `rft.${some('tiktok', 54)}!${some('end', 4)}.va` },
    { platform: 'Meta', token: `EAA${some('meta', 120)}` },
    { platform: 'Google (access)', token: `ya29.a0A${some('google', 96)}` },
    { platform: 'Google (refresh)', token: `1//0${some('google-refresh', 60)}` },
  ];
}

/** A made-up token of an authorization link, another one for each place. */
export const linkCanary = (place: string): string => letters(`${place} link`, 43);

/** A token in every disguise that the search has to see through. */
export function canaryTexts(token: string): { how: string; text: string; encoding: Encoding }[] {
  const base64 = (kind: 'base64' | 'base64url') =>
    ['', 'x', 'xy'].map((before) => ({
      how: `${kind}, ${before.length} bytes into its group`,
      text: Buffer.from(`${before} ${token} y`).toString(kind),
      encoding: 'base64' as const,
    }));
  const hex = Buffer.from(token).toString('hex');
  return [
    { how: 'plain', text: token, encoding: 'plain' },
    { how: 'URL-encoded', text: encodeURIComponent(token).replaceAll('!', '%21'), encoding: 'plain' },
    ...base64('base64'),
    ...base64('base64url'),
    { how: 'hex', text: hex, encoding: 'hex' },
    { how: 'hex after another digit', text: `7${hex}`, encoding: 'hex' },
  ];
}
