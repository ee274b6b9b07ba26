import { AccountStateChanged, newId } from '@creator-connect/contracts';

export interface Account {
  organisationId: string;
  influencerId: string;
  accountId: string;
}

export const anAccount = (organisationId: string): Account => ({
  organisationId,
  influencerId: newId(),
  accountId: newId(),
});

/** What accounts says of an account, as `AccountStateChanged`. */
export const becomes = (
  to: AccountStateChanged['to'],
  account: Account,
  from: AccountStateChanged['from'] = 'AUTHENTICATED',
): AccountStateChanged => ({
  ...account,
  platform: 'instagram',
  from,
  to,
  marketplace: null,
  tracked: true,
  source: 'instagram_graph',
  cause: 'expired',
  actor: 'platform',
  at: new Date().toISOString(),
});
