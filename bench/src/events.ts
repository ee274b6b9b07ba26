import { AccountAuthorized, newId } from '@creator-connect/contracts';

/** An event of ordinary size about one of so many accounts. */
export function anAuthorization(accountId: string, organisationId: string): AccountAuthorized {
  return {
    organisationId,
    influencerId: newId(),
    accountId,
    platform: 'instagram',
    flow: 'link',
    scopes: ['instagram_basic', 'instagram_manage_insights', 'pages_show_list', 'pages_read_engagement'],
    missingScopes: [],
    first: true,
    authorizedAt: new Date().toISOString(),
    tokenExpiresAt: null,
    dataAccessExpiresAt: null,
    grantVersion: 1,
  };
}

export const someAccounts = (count: number) => Array.from({ length: count }, () => newId());

/** Headers as the relay writes them. */
export function headersOf(id: string, accountId: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: id,
    ce_source: '/services/bench',
    ce_type: AccountAuthorized.type,
    ce_subject: accountId,
    ce_time: new Date().toISOString(),
    ce_dataschema: AccountAuthorized.dataschema,
    ce_partitionkey: accountId,
    ce_correlationid: id,
    ce_aggregateversion: '1',
    id,
  };
}
