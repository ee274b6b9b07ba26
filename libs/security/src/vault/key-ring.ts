import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { KeyRingError, parseKey, readSecretFile } from './key-file';

const fileSchema = z.strictObject({
  active: z.string().regex(/^[\w-]{1,32}$/),
  keys: z.record(z.string().regex(/^[\w-]{1,32}$/), z.string()),
  /** Ids of keys that were taken out because nothing needed them any more. */
  retired: z.array(z.string().regex(/^[\w-]{1,32}$/)).default([]),
});

/** Key-encryption keys: one active that new data keys are wrapped with, the others only unwrap. */
export class KeyRing {
  private constructor(
    readonly activeId: string,
    private readonly keys: ReadonlyMap<string, Buffer>,
    readonly retired: readonly string[],
  ) {}

  /** Reads `{"active": id, "keys": {id: base64 of 32 bytes}}` from a file that only its owner can read. */
  static fromFile(path: string): KeyRing {
    return KeyRing.parse(readSecretFile(path, 'key ring'));
  }

  static parse(text: string): KeyRing {
    const { active, keys, retired } = read(text);
    const ring = new Map<string, Buffer>();
    for (const [id, encoded] of Object.entries(keys)) {
      ring.set(id, parseKey(encoded, `Key "${id}"`));
    }
    if (!ring.has(active)) throw new KeyRingError(`The active key "${active}" is not in the ring`);
    return new KeyRing(active, ring, retired);
  }

  get active(): Buffer {
    return this.get(this.activeId);
  }

  get ids(): string[] {
    return [...this.keys.keys()];
  }

  /**
   * Tells whether the key of an id is still the one it was, without telling the key. Stored at the first start and compared
   * at every later one, it stops a service whose ring was exchanged before that service writes anything.
   */
  checkValue(id: string): string {
    return createHmac('sha256', this.get(id)).update(`creator-connect key check ${id}`).digest('base64url');
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
