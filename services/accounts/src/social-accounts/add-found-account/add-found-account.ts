import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, newId } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { AddMarketplaceAccountHandler } from '../add-marketplace-account/add-marketplace-account.handler';
import { dataSourceOf } from '../domain/account-status';
import { SocialAccountRepository } from '../persistence/social-account.repository';
import { RecordFact } from '../record-fact';

/** An account that an admin may bring: the platform shows it, and the product lets it in without its owner. */
export type FoundAccount =
  | { platform: 'youtube'; platformAccountId: string; handle: string; displayName: string }
  /** A member of the marketplace, which tells no id that an authorization would bring as well. */
  | { platform: 'tiktok'; handle: string };

export interface Owner {
  organisationId: string;
  influencerId: string;
}

const byAdmin = { cause: 'added_by_admin', actor: 'admin' } as const;

@Injectable()
export class AddFoundAccount {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly facts: RecordFact,
    private readonly marketplaceAccounts: AddMarketplaceAccountHandler,
  ) {}

  /** NON_AUTH until its owner authenticates. Throws `accounts.already_connected` when somebody has it. */
  async add(tx: Tx, owner: Owner, account: FoundAccount): Promise<void> {
    if (account.platform === 'tiktok') {
      await this.marketplaceAccounts.handle({ ...owner, handle: account.handle, by: byAdmin });
      return;
    }
    const id = newId();
    await this.accounts.dropUnused(tx, { ...owner, ...account });
    const added = await this.accounts.addFound(tx, { id, ...owner, ...account });
    if (!added) throw new AppError(accountsErrors.alreadyConnected);
    await this.facts.record(tx, {
      accountId: id,
      influencerId: owner.influencerId,
      eventId: null,
      ...byAdmin,
      at: new Date().toISOString(),
      decide: (now) => ({ outcome: dataSourceOf(now) === null ? 'confirmed' : 'changed', next: now }),
    });
  }
}
