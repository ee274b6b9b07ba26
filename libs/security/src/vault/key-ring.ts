import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

/** The key ring can't be used. The service must not start; clear text is never a fallback (security VK-04). */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

const fileSchema = z.strictObject({
  active: z.string().regex(/^[\w-]{1,32}$/),
  keys: z.record(z.string().regex(/^[\w-]{1,32}$/), z.string()),
});

/** Fewer different bytes than this in 32 random ones happens once in 10^30 rings: it is a typed or repeated key. */
const leastVariety = 12;

/** Key-encryption keys: one active that new data keys are wrapped with, the others only unwrap. */
export class KeyRing {
  private constructor(
    readonly activeId: string,
    private readonly keys: ReadonlyMap<string, Buffer>,
  ) {}

  /** Reads `{"active": id, "keys": {id: base64 of 32 bytes}}` from a file that only its owner can read. */
  static fromFile(path: string): KeyRing {
    let text: string;
    try {
      if ((statSync(path).mode & 0o077) !== 0)
        throw new KeyRingError('The key ring file is readable by others (use 0400)');
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if (error instanceof KeyRingError) throw error;
      throw new KeyRingError('The key ring file can not be read', { cause: (error as NodeJS.ErrnoException).code });
    }
    return KeyRing.parse(text);
  }

  static parse(text: string): KeyRing {
    const { active, keys } = read(text);
    const ring = new Map<string, Buffer>();
    for (const [id, encoded] of Object.entries(keys)) {
      const key = Buffer.from(encoded, 'base64');
      if (key.length !== 32 || key.toString('base64') !== encoded) {
        throw new KeyRingError(`Key "${id}" is not 32 bytes in base64`);
      }
      if (new Set(key).size < leastVariety) throw new KeyRingError(`Key "${id}" is not random`);
      ring.set(id, key);
    }
    if (!ring.has(active)) throw new KeyRingError(`The active key "${active}" is not in the ring`);
    return new KeyRing(active, ring);
  }

  get active(): Buffer {
    return this.get(this.activeId);
  }

  /** Throws a KeyRingError for a key that is not in the ring. */
  get(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new KeyRingError(`Key "${id}" is not in the ring`);
    return key;
  }
}

function read(text: string) {
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    // Neither JSON's nor zod's words are passed on: they quote the text.
    throw new KeyRingError('The key ring file is not of the form {"active", "keys"}');
  }
}
