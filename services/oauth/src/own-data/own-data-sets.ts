import { ownAndMerged, type AccountDataSets, type OwnDataSets } from '@creator-connect/persistence';

/** Everything that is held here about an influencer, but for what is sealed and the hashes that find it. */
export const ownDataSets: OwnDataSets = {
  authorizations: `
    SELECT social_account_id AS account_id, platform, state, version, flow, authorized_at, scopes, missing_scopes,
           access_expires_at, refresh_expires_at, data_access_expires_at, end_cause, end_rule, end_observed_at
      FROM grants WHERE influencer_id = $1 ORDER BY authorized_at`,
  consents: `
    SELECT social_account_id AS account_id, platform, text_version, purpose, scopes, flow, proof, given_at, withdrawn_at
      FROM consents WHERE influencer_id = $1 ORDER BY given_at`,
  'connect-attempts': `
    SELECT id, platform, flow, proof, status, expected_handle, social_account_ids AS account_ids, left_out, created_at
      FROM connect_transactions WHERE influencer_id IN ${ownAndMerged} ORDER BY created_at`,
  'token-uses': `
    SELECT service, purpose, field, read_at FROM vault_reads WHERE influencer_id IN ${ownAndMerged} ORDER BY read_at, id`,
  revocations: `
    SELECT social_account_id AS account_id, platform, reason, outcome, tokens_destroyed_at, platform_told_at
      FROM revocations WHERE influencer_id IN ${ownAndMerged} ORDER BY tokens_destroyed_at`,
};

/** Revoked, and its tokens destroyed: who consented to what stays as proof. */
export const accountDataSets: AccountDataSets = {
  authorizations: "account_id = $2 AND state <> 'revoked'",
};
