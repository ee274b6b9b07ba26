import type { GrantInspection, ScopePolicy } from './capabilities/grants';

export interface ScopeComparison {
  readonly missingRequired: readonly string[];
  readonly missingOptional: readonly string[];
  /** Outside the policy: refuse the grant, store nothing, alarm (security OC-09). */
  readonly surplus: readonly string[];
}

/** Compares what was granted with what may and must be held. */
export function compareScopes(policy: ScopePolicy, granted: readonly string[]): ScopeComparison {
  const held = new Set(granted);
  const allowed = new Set([...policy.required, ...policy.optional, ...policy.allowedBesides]);
  return {
    missingRequired: policy.required.filter((scope) => !held.has(scope)),
    missingOptional: policy.optional.filter((scope) => !held.has(scope)),
    surplus: [...held].filter((scope) => !allowed.has(scope)),
  };
}

/** The Pages or accounts that a permission was narrowed to; null: all of them, also those that will be added later. */
export function tickedTargets(inspection: GrantInspection | undefined, scope: string): readonly string[] | null {
  return inspection?.granularScopes.find((granular) => granular.scope === scope)?.targetIds ?? null;
}
