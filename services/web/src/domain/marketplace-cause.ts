/** Causes of our own; what TikTok merely fails to answer is a delay like any other. */
const causes = [
  'not_configured',
  'not_connected',
  'reauth_needed',
  'figures_not_permitted',
  'not_a_member',
  'region_not_supported',
  'handle_unknown',
] as const;
export type MarketplaceCause = (typeof causes)[number];

/** Why the Creator Marketplace tells nothing of an account, where that is known: from the code of the last failure. */
export function marketplaceCauseOf(rule: string | null | undefined): MarketplaceCause | undefined {
  return causes.find((cause) => rule === `ttcm.${cause}`);
}

const ofOwners: readonly MarketplaceCause[] = ['not_connected', 'reauth_needed', 'figures_not_permitted'];

/** An owner of the organisation mends it in Settings → Marketplace. */
export const needsOwner = (cause: MarketplaceCause): boolean => ofOwners.includes(cause);
