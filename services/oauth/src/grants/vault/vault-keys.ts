import type { UnitOfWork } from '@creator-connect/persistence';
import { type KeyRingFile, KeyRingError, lookupHash } from '@creator-connect/security';

interface Remembered {
  key_id: string;
  value: string;
}

/** The lookup key is one, without an id of its own. No id of a ring can hold a colon. */
const lookupId = 'lookup:';

/**
 * Compares the keys with those of every earlier start, before anything is written or served (security VK-04): with a key
 * exchanged under its id, or taken away, tokens would be sealed that nobody opens, and rows written that nobody finds.
 * A key that is new is remembered, in the transaction of the comparison.
 */
export async function recogniseKeys(unitOfWork: UnitOfWork, ring: KeyRingFile, lookupKey: Buffer): Promise<void> {
  const given = new Map(ring.ids.map((id) => [id, ring.checkValue(id)]));
  given.set(lookupId, lookupHash(lookupKey, 'creator-connect key check').toString('base64url'));
  await unitOfWork.system(async (tx) => {
    const insert = 'INSERT INTO key_checks (key_id, value) VALUES ($1, $2) ON CONFLICT DO NOTHING';
    // In one order everywhere: two replicas that start at once must not wait for each other.
    for (const [id, value] of [...given].sort(([a], [b]) => (a < b ? -1 : 1))) await tx.query(insert, [id, value]);
    const remembered: Remembered[] = await tx.query('SELECT key_id, value FROM key_checks ORDER BY key_id');
    for (const { key_id: id, value } of remembered) {
      const name = id === lookupId ? 'The lookup key' : `Key "${id}"`;
      if (ring.retired.includes(id)) continue;
      if (!given.has(id)) throw new KeyRingError(`${name} was in the ring at an earlier start and is missing now`);
      if (given.get(id) !== value) throw new KeyRingError(`${name} is not the key it was at an earlier start`);
    }
  });
}
