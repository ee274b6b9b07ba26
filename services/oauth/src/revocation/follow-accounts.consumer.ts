import { AccountRemoved, type EventEnvelope, InfluencerDataErased, InfluencerErased } from '@creator-connect/contracts';
import { Consumes, Outbox } from '@creator-connect/messaging';
import { rememberErased, type Tx } from '@creator-connect/persistence';
import { Controller } from '@nestjs/common';
import { ConnectTransactionsRepository } from '../connect-transactions/persistence/connect-transactions.repository';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { Vault } from '../grants/vault/vault';
import { RevokeGrantHandler } from './revoke-grant.handler';

/** An account that an organisation removes, or a person who is erased, leaves no token behind. */
@Controller()
export class FollowAccounts {
  constructor(
    private readonly grants: GrantsRepository,
    private readonly revokeGrant: RevokeGrantHandler,
    private readonly vault: Vault,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly outbox: Outbox,
  ) {}

  @Consumes(AccountRemoved)
  async removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    const grant = await this.grants.lockByAccount(tx, data.accountId);
    if (grant && grant.state !== 'revoked') await this.revokeGrant.revoke(tx, grant, 'organisation');
  }

  @Consumes(InfluencerErased)
  async erased({ data }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    const { organisationId, influencerId } = data;
    await rememberErased(tx, organisationId, influencerId);
    for (const grant of await this.grants.lockByInfluencer(tx, data.influencerId)) {
      if (grant.state !== 'revoked') await this.revokeGrant.revoke(tx, grant, 'person');
      // The hashes in it are about the person too; the receipt of the revocation stays until the platform is told.
      await this.grants.remove(tx, grant.id);
    }
    await this.transactions.removeByInfluencer(tx, data.influencerId);
    await this.vault.forget(tx, organisationId, influencerId);
    const erased = { organisationId, influencerId, service: 'oauth' as const, erasedAt: new Date().toISOString() };
    await this.outbox.add(tx, InfluencerDataErased, erased, { aggregateVersion: 1 });
  }
}
