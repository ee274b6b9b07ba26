import { sha256 } from '@creator-connect/security';
import { randomInt } from 'node:crypto';

/** Without 0/O, 1/I/L: codes are written down by hand. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;
const codesPerPerson = 10;
const shape = new RegExp(`^[${letters}]{${codeLength}}$`);

/** Ten codes of 59 bits each, shown once; only their hashes are kept. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codesPerPerson }, () => {
    const text = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
    return text.match(/.{4}/g)!.join('-');
  });
}

/** Undefined for what can't be one; case, spaces and dashes do not matter. */
export function recoveryCodeHash(code: string): Buffer | undefined {
  const text = code.replaceAll(/[\s-]/g, '').toUpperCase();
  return shape.test(text) ? sha256(text) : undefined;
}
