import { Controller } from '@nestjs/common';
import { AccountAdded, AccountRemoved, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { InviteRepository } from '../../invites/persistence/invite.repository';
import { MembershipRepository } from '../persistence/membership.repository';

/** Which TikTok accounts there are, so that who joins or leaves the marketplace without us is noticed. */
@Controller()
export class FollowAccounts {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly invites: InviteRepository,
  ) {}

  @Consumes(AccountAdded)
  async added({ data }: EventEnvelope<AccountAdded>, tx: Tx): Promise<void> {
    if (data.platform !== 'tiktok') return;
    await this.memberships.watch(tx, data, data.marketplace ?? 'NON_TTCM');
  }

  @Consumes(AccountRemoved)
  async removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    await this.memberships.forget(tx, data.accountId);
    await this.invites.dropAccount(tx, data.accountId);
  }
}
