import type { EligibilityFacts } from '../eligibility/domain/rules';

/** What the collector knows of an account. */
export abstract class AccountFacts {
  /**
   * Figures at most 24 hours old; older ones count as unknown. Empty when the account is not collected. Never throws for
   * an unreachable collector: what can't be known must not block an invitation.
   */
  abstract known(organisationId: string, accountId: string): Promise<Partial<EligibilityFacts>>;
}
