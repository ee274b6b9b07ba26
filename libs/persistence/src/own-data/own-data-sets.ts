import { sqlRows } from '../sql';
import type { UnitOfWork } from '../unit-of-work';

/**
 * What a service holds about an influencer, by names that people read: each a query with the influencer's id as `$1`, for the
 * organisation of the transaction. No secret, no hash, and nothing about anybody else.
 */
export type OwnDataSets = Readonly<Record<string, string>>;

/** How much there is of each. */
export function countOwnData(
  unitOfWork: UnitOfWork,
  organisationId: string,
  sets: OwnDataSets,
  influencerId: string,
): Promise<Record<string, number>> {
  return unitOfWork.tenant(organisationId, async (tx) => {
    const counts: Record<string, number> = {};
    for (const [name, text] of Object.entries(sets)) {
      const question = `SELECT count(*)::int AS count FROM (${text}) held`;
      const [row] = await sqlRows<{ count: number }>(tx, question, [influencerId]);
      counts[name] = row!.count;
    }
    return counts;
  });
}
