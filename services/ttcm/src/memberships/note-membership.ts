import { Injectable } from '@nestjs/common';
import { MarketplaceStatusChanged, type MarketplaceState } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { MembershipRepository, type KnownAccount } from './persistence/membership.repository';

/** What the marketplace says of an account now; a change is published, once. */
@Injectable()
export class NoteMembership {
  constructor(
    private readonly outbox: Outbox,
    private readonly memberships: MembershipRepository,
  ) {}

  /** Returns the version for an event of the caller's own about the account, published after the change. */
  async note(tx: Tx, account: KnownAccount, to: MarketplaceState): Promise<number> {
    const { organisationId, influencerId, accountId } = account;
    const { before: from, version } = await this.memberships.set(tx, account, to, 2);
    if (from === to) return version;
    const data = { organisationId, influencerId, accountId, from, to, observedAt: new Date().toISOString() };
    await this.outbox.add(tx, MarketplaceStatusChanged, data, { aggregateVersion: version });
    return version + 1;
  }

  /** The version for an event of the caller's own that changes nothing here; null: the account is gone. */
  versionFor(tx: Tx, accountId: string): Promise<number | null> {
    return this.memberships.nextVersion(tx, accountId);
  }
}
