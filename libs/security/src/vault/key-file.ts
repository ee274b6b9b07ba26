import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

/** A key can't be used. The service must not start; clear text is never a fallback (security VK-04). */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

const keyBytes = 32;
/** Fewer different bytes than this in 32 random ones happens once in 10^30 keys: it is a typed or repeated key. */
const leastVariety = 12;

/** The text of a file that only its owner can read. Says what is wrong, never what stands in it. */
export function readSecretFile(path: string, what: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new KeyRingError(`The ${what} file can not be read`, { cause: (error as NodeJS.ErrnoException).code });
  }
  try {
    const { mode } = fstatSync(file);
    if ((mode & 0o077) !== 0) throw new KeyRingError(`The ${what} file is readable by others (use 0400)`);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/** 32 bytes from base64. Refuses what is not random: zeros, repeated bytes, counted bytes of manuals, typed text. */
export function parseKey(encoded: string, what: string): Buffer {
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== keyBytes || key.toString('base64') !== encoded) {
    throw new KeyRingError(`${what} is not 32 bytes in base64`);
  }
  const steps = new Set(key.subarray(1).map((byte, index) => byte - key[index]!));
  const typed = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  if (new Set(key).size < leastVariety || steps.size < leastVariety || typed) {
    throw new KeyRingError(`${what} is not random; take 32 bytes of a random generator`);
  }
  return key;
}

/** Reads a single key, such as the one of `lookupHash`: base64 of 32 random bytes in a file of mode 0400. */
export function readKeyFile(path: string): Buffer {
  return parseKey(readSecretFile(path, 'key').trim(), 'The key');
}
