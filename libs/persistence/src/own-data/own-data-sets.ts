import { sqlRows } from '../sql';
import type { UnitOfWork } from '../unit-of-work';

/**
 * What a service holds about an influencer, by names that people read: each a query with the influencer's id as `$1`, for the
 * organisation of the transaction. No secret, no hash, and nothing about anybody else.
 */
export type OwnDataSets = Readonly<Record<string, string>>;

/**
 * What of that goes when one account is removed: by the name of a set a condition on its rows, with the account's id as `$2`.
 * A set that is not named stays as it is.
 */
export type AccountDataSets = Readonly<Record<string, string>>;

export interface DataOwner {
  organisationId: string;
  influencerId: string;
}

/** How much there is of each. */
export function countOwnData(
  unitOfWork: UnitOfWork,
  sets: OwnDataSets,
  { organisationId, influencerId }: DataOwner,
): Promise<Record<string, number>> {
  const questions = Object.entries(sets).map(([name, text]) => [name, `(${text}) held`] as const);
  return countEach(unitOfWork, organisationId, questions, [influencerId]);
}

/** How much of each goes with an account. */
export function countAccountData(
  unitOfWork: UnitOfWork,
  sets: OwnDataSets,
  ofAccount: AccountDataSets,
  { organisationId, influencerId, accountId }: DataOwner & { accountId: string },
): Promise<Record<string, number>> {
  const questions = Object.entries(ofAccount).map(
    ([name, condition]) => [name, `(${sets[name]!}) held WHERE ${condition}`] as const,
  );
  return countEach(unitOfWork, organisationId, questions, [influencerId, accountId]);
}

function countEach(
  unitOfWork: UnitOfWork,
  organisationId: string,
  questions: readonly (readonly [name: string, from: string])[],
  values: string[],
): Promise<Record<string, number>> {
  return unitOfWork.tenant(organisationId, async (tx) => {
    const counts: Record<string, number> = {};
    for (const [name, from] of questions) {
      const [row] = await sqlRows<{ count: number }>(tx, `SELECT count(*)::int AS count FROM ${from}`, values);
      counts[name] = row!.count;
    }
    return counts;
  });
}
