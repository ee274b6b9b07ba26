import { Injectable } from '@nestjs/common';
import { AccountRemoved, AccountState } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import type { SocialAccount } from '../domain/social-account';
import { RemovedAccounts } from '../persistence/removed-accounts';
import { SocialAccountRepository } from '../persistence/social-account.repository';

/**
 * Takes an account out of the organisation. The event makes oauth revoke the grant and collector delete the data; the
 * compacted state topic gets a tombstone.
 */
@Injectable()
export class RemoveAccount {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly removed: RemovedAccounts,
    private readonly outbox: Outbox,
  ) {}

  /** Every account of a person; their ids. */
  async removeAllOf(tx: Tx, influencerId: string): Promise<string[]> {
    const accounts = await this.accounts.lockAllOf(tx, influencerId);
    for (const account of accounts) await this.remove(tx, account);
    return accounts.map(({ id }) => id);
  }

  /** The account must be locked by the caller's transaction. A mere reservation goes without a word. */
  async remove(tx: Tx, account: SocialAccount): Promise<void> {
    if (account.reserved && account.grantVersion === 0) return this.accounts.remove(tx, account.id);
    const { id: accountId, organisationId, influencerId, platform } = account;
    const first = (await this.accounts.save(tx, account, 2)) - 1;
    const removedAt = new Date().toISOString();
    const data = { organisationId, influencerId, accountId, platform, removedAt };
    await this.outbox.add(tx, AccountRemoved, data, { aggregateVersion: first });
    await this.outbox.addTombstone(tx, AccountState, accountId, { aggregateVersion: first + 1 });
    await this.accounts.remove(tx, accountId);
    await this.removed.remember(tx, organisationId, accountId);
  }
}
