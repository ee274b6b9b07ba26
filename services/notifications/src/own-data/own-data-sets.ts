import type { AccountDataSets, OwnDataSets } from '@creator-connect/persistence';

/** Everything that is held here about an influencer. No address and no text of a mail is. */
export const ownDataSets: OwnDataSets = {
  mails: `
    SELECT id, kind, account_ids, status, failure, created_at, sent_at
      FROM messages WHERE influencer_id = $1 ORDER BY created_at, sent_at, id`,
  incidents: `
    SELECT account_id, cause, phase, opened_at, ends_at, closed_at FROM incidents WHERE influencer_id = $1 ORDER BY opened_at`,
  notices: `
    SELECT kind, account_id, created_at FROM notices WHERE influencer_id = $1 ORDER BY created_at`,
  'mail-wishes': `
    SELECT reminders_stopped_at, bounced_at, complained_at FROM addressees WHERE influencer_id = $1`,
};

/** Reminders that are scheduled are not sent any more; what was sent stays. */
export const accountDataSets: AccountDataSets = {
  mails: "$2 = ANY (account_ids) AND status = 'QUEUED' AND kind IN ('reauth', 'expiring', 'marketplace-reminder')",
  incidents: 'account_id = $2 AND closed_at IS NULL',
};
