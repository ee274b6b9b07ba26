import {
  AccountRemoved,
  type EventEnvelope,
  InfluencerDataErased,
  InfluencerErased,
  InfluencerMerged,
} from '@creator-connect/contracts';
import { Consumes, Outbox } from '@creator-connect/messaging';
import { mergedInto, rememberErased, rememberMerged, type Tx } from '@creator-connect/persistence';
import { Controller } from '@nestjs/common';
import { ConnectTransactionsRepository } from '../connect-transactions/persistence/connect-transactions.repository';
import { ConsentsRepository } from '../grants/persistence/consents.repository';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { Vault } from '../grants/vault/vault';
import { RevokeGrantHandler } from './revoke-grant.handler';

/** An account that an organisation removes, or a person who is erased, leaves no token behind. */
@Controller()
export class FollowAccounts {
  constructor(
    private readonly grants: GrantsRepository,
    private readonly consents: ConsentsRepository,
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

  /**
   * Two entries of one person are one: the grants are the kept one's. What the platforms gave stays under the data key of the
   * entry that went, which is destroyed with the person; attempts to connect that it began end by themselves.
   */
  @Consumes(InfluencerMerged)
  async merged({ data }: EventEnvelope<InfluencerMerged>, tx: Tx): Promise<void> {
    const { organisationId, influencerId } = data;
    const keptId = await rememberMerged(tx, data);
    if (!keptId) return this.#forget(tx, organisationId, influencerId);
    await this.grants.reassign(tx, influencerId, keptId);
    await this.consents.reassign(tx, influencerId, keptId);
  }

  @Consumes(InfluencerErased)
  async erased({ data }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    const { organisationId, influencerId } = data;
    await rememberErased(tx, organisationId, influencerId);
    await this.#forget(tx, organisationId, influencerId);
    // Whose entries became part of theirs: their keys seal what is theirs.
    for (const part of await mergedInto(tx, influencerId)) await this.#forget(tx, organisationId, part);
    const erased = { organisationId, influencerId, service: 'oauth' as const, erasedAt: new Date().toISOString() };
    await this.outbox.add(tx, InfluencerDataErased, erased, { aggregateVersion: 1 });
  }

  async #forget(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
    for (const grant of await this.grants.lockByInfluencer(tx, influencerId)) {
      if (grant.state !== 'revoked') await this.revokeGrant.revoke(tx, grant, 'person');
      // The hashes in it are about the person too; the receipt of the revocation stays until the platform is told.
      await this.grants.remove(tx, grant.id);
    }
    await this.transactions.removeByInfluencer(tx, influencerId);
    await this.vault.forget(tx, organisationId, influencerId);
  }
}
