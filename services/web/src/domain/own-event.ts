interface Entry {
  outcome: string;
  from: string;
  to: string;
  cause: string;
}

export type OwnEvent = 'added' | 'connected' | 'renewed' | 'lapsed' | 'takenBack' | 'paused' | 'resumed';

/** What an entry of an account's history is to its owner; undefined where nothing happened that they would look for. */
export function ownEventOf({ outcome, from, to, cause }: Entry): OwnEvent | undefined {
  if (outcome === 'ignored') return undefined;
  if (cause === 'paused_by_person') return 'paused';
  if (cause === 'resumed_by_person') return 'resumed';
  if (cause === 'authorized') return from === 'NON_AUTH' ? 'connected' : 'renewed';
  if (cause.startsWith('revoked_by_') || (to === 'NON_AUTH' && from !== to)) return 'takenBack';
  if (outcome === 'added') return 'added';
  return to === 'REAUTH' && from !== to ? 'lapsed' : undefined;
}
