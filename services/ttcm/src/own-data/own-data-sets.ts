import type { AccountDataSets, OwnDataSets } from '@creator-connect/persistence';

/** Everything that is held here about an influencer. */
export const ownDataSets: OwnDataSets = {
  invitations: `
    SELECT id, account_id, handle, state, failed_rules, created_at, decided_at, expires_at
      FROM invites WHERE influencer_id = $1 ORDER BY created_at, id`,
  'marketplace-memberships': `
    SELECT account_id, state, last_answer, observed_at FROM memberships WHERE influencer_id = $1 ORDER BY account_id`,
};

/** Invitations that are open end; how others ended stays. */
export const accountDataSets: AccountDataSets = {
  invitations: "account_id = $2 AND state IN ('SENDING', 'BY_HAND', 'INVITED')",
  'marketplace-memberships': 'account_id = $2',
};
