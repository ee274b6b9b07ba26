import { Controller } from '@nestjs/common';
import {
  AccountAdded,
  AccountRemoved,
  AccountStateChanged,
  InfluencerDataErased,
  InfluencerErased,
  InfluencerMerged,
  isTakenBack,
  pausedCause,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes, Outbox } from '@creator-connect/messaging';
import { currentInfluencer, rememberErased, rememberMerged, type Tx } from '@creator-connect/persistence';
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
  added({ data }: EventEnvelope<AccountAdded>, tx: Tx): Promise<void> {
    return this.#watch(tx, data);
  }

  /** One that TikTok names by its handle only is not announced until it is authenticated. */
  @Consumes(AccountStateChanged)
  async changed({ data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    await this.#watch(tx, data);
    // Whoever took their permission back, or asked for a pause, is not reminded of what else we would like.
    if (!isTakenBack(data) && data.cause !== pausedCause) return;
    const { accountId, at } = data;
    const influencerId = (await currentInfluencer(tx, data.influencerId)) ?? data.influencerId;
    await this.invites.remindNoMore(tx, accountId, influencerId, at);
  }

  @Consumes(AccountRemoved)
  async removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    await this.memberships.forget(tx, data.accountId);
    await this.invites.dropAccount(tx, data.accountId);
  }

  /** Two entries of one person are one. Who was invited by one handle through both is invited once. */
  @Consumes(InfluencerMerged)
  async merged({ data }: EventEnvelope<InfluencerMerged>, tx: Tx): Promise<void> {
    const keptId = await rememberMerged(tx, data);
    if (!keptId) return this.#forget(tx, data.influencerId);
    await this.memberships.reassign(tx, data.influencerId, keptId);
    await this.invites.reassign(tx, data.influencerId, keptId);
  }

  /** Their invitations carry their handle, also those that led to no account. */
  @Consumes(InfluencerErased)
  async erased({ data: { organisationId, influencerId } }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    await rememberErased(tx, organisationId, influencerId);
    await this.#forget(tx, influencerId);
    const erased = { organisationId, influencerId, service: 'ttcm' as const, erasedAt: new Date().toISOString() };
    await this.outbox.add(tx, InfluencerDataErased, erased, { aggregateVersion: 1 });
  }

  async #watch(tx: Tx, account: AccountAdded | AccountStateChanged): Promise<void> {
    if (account.platform !== 'tiktok') return;
    const influencerId = await currentInfluencer(tx, account.influencerId);
    if (influencerId) await this.memberships.watch(tx, { ...account, influencerId }, account.marketplace ?? 'NON_TTCM');
  }

  async #forget(tx: Tx, influencerId: string): Promise<void> {
    await this.memberships.erase(tx, influencerId);
    await this.invites.erase(tx, influencerId);
  }
}
