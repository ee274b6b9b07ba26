import { compareScopes, type GrantInspection, type GrantTokens, type ScopePolicy } from '@creator-connect/platforms';

export type GrantCheck =
  | { verdict: 'accepted'; personId: string; scopes: readonly string[]; missingScopes: readonly string[] }
  | { verdict: 'foreign' }
  | { verdict: 'dead' }
  | { verdict: 'surplus'; personId: string; surplus: readonly string[] }
  | { verdict: 'scopes_missing'; personId: string; missing: readonly string[] };

/**
 * Judges a fresh grant by what the platform says about it (security OC-09, OC-10). What the redirect's query claimed is
 * not looked at: a query can be forged.
 */
export function checkGrant(policy: ScopePolicy, tokens: GrantTokens, inspection: GrantInspection): GrantCheck {
  if (!inspection.issuedToUs) return { verdict: 'foreign' };
  if (!inspection.valid) return { verdict: 'dead' };
  const personId = inspection.platformUserId ?? tokens.platformUserId;
  if (personId === null) return { verdict: 'foreign' };
  if (tokens.platformUserId !== null && tokens.platformUserId !== personId) return { verdict: 'foreign' };

  const scopes = inspection.scopes ?? tokens.scopes ?? [];
  const { surplus, missingRequired, missingOptional } = compareScopes(policy, scopes);
  if (surplus.length > 0) return { verdict: 'surplus', personId, surplus };
  if (missingRequired.length > 0) return { verdict: 'scopes_missing', personId, missing: missingRequired };
  return { verdict: 'accepted', personId, scopes, missingScopes: missingOptional };
}
