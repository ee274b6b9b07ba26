import type { MarketplaceState } from '@creator-connect/contracts';
import type { MarketplaceCreatorStatus } from '@creator-connect/platforms';

export const unknownCauses = ['handle_not_told', 'handle_unknown', 'not_asked', 'no_answer'] as const;
export type UnknownCause = (typeof unknownCauses)[number];

interface Facts {
  state: MarketplaceState;
  handleTold: boolean;
  lastAnswer: MarketplaceCreatorStatus | null;
}

/**
 * Why it is not known whether an account is in the marketplace; null: it is known. Such an account counts as NON_TTCM
 * (product.md, "States of a social account").
 */
export function unknownBecause({ state, handleTold, lastAnswer }: Facts): UnknownCause | null {
  if (state !== 'NON_TTCM') return null;
  if (!handleTold) return 'handle_not_told';
  switch (lastAnswer) {
    case null:
      return 'not_asked';
    case 'INVALID':
      return 'handle_unknown';
    case 'UNKNOWN':
      return 'no_answer';
    // What it was before: an invitation has ended here meanwhile, or an answer is on its way to the account.
    case 'IN':
    case 'INVITED':
    case 'NOT_IN':
      return null;
  }
}
