import { Controller } from '@nestjs/common';
import {
  AccountAdded,
  AccountRemoved,
  AccountStateChanged,
  InfluencerDataErased,
  InfluencerErased,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes, Outbox } from '@creator-connect/messaging';
import { isErased, rememberErased, type Tx } from '@creator-connect/persistence';
import { InviteRepository } from '../../invites/persistence/invite.repository';
import { MembershipRepository } from '../persistence/membership.repository';

/** Which TikTok accounts there are, so that who joins or leaves the marketplace without us is noticed. */
@Controller()
export class FollowAccounts {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly invites: InviteRepository,
    private readonly outbox: Outbox,
  ) {}

  @Consumes(AccountAdded)
  async added({ data }: EventEnvelope<AccountAdded>, tx: Tx): Promise<void> {
    if (data.platform !== 'tiktok' || (await isErased(tx, data.influencerId))) return;
    await this.memberships.watch(tx, data, data.marketplace ?? 'NON_TTCM');
  }

  /** One that TikTok names by its handle only is not announced until it is authenticated. */
  @Consumes(AccountStateChanged)
  async changed({ data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    if (data.platform !== 'tiktok' || (await isErased(tx, data.influencerId))) return;
    await this.memberships.watch(tx, data, data.marketplace ?? 'NON_TTCM');
  }

  @Consumes(AccountRemoved)
  async removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    await this.memberships.forget(tx, data.accountId);
    await this.invites.dropAccount(tx, data.accountId);
  }

  /** Their invitations carry their handle, also those that led to no account. */
  @Consumes(InfluencerErased)
  async erased({ data: { organisationId, influencerId } }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    await rememberErased(tx, organisationId, influencerId);
    await this.memberships.erase(tx, influencerId);
    await this.invites.erase(tx, influencerId);
    const erased = { organisationId, influencerId, service: 'ttcm' as const, erasedAt: new Date().toISOString() };
    await this.outbox.add(tx, InfluencerDataErased, erased, { aggregateVersion: 1 });
  }
}
