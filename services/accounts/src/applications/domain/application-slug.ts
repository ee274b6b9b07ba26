import { randomInt } from 'node:crypto';

/** Without look-alikes: such an address is read aloud, printed and typed. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 10;

/**
 * `bright-agency-k3v9x2mqtd`. The short name in front belongs to one organisation; the end (49 random bits) keeps groups
 * from being guessed and gives a renewed link another address.
 */
export function newApplicationSlug(organisationSlug: string): string {
  const random = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${organisationSlug}-${random}`;
}
