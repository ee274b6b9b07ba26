import { Controller } from '@nestjs/common';
import {
  AccountStateChanged,
  AuthorizationFailed,
  InfluencerMergeDeclined,
  InviteAccepted,
  MarketplaceConnectionEnded,
  MemberJoined,
  oauthErrors,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { PostNotice } from './post-notice';

/** What members should know without looking for it. A bounce is told where it is noticed. */
@Controller()
export class TellMembers {
  constructor(private readonly notices: PostNotice) {}

  @Consumes(AccountStateChanged)
  async lapsed({ id, data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    if (data.to !== 'REAUTH' || data.from === 'REAUTH' || data.paused) return;
    await this.notices.post(tx, { ...data, kind: 'reauth', dedupeKey: id });
  }

  @Consumes(InviteAccepted)
  async joined({ id, data }: EventEnvelope<InviteAccepted>, tx: Tx): Promise<void> {
    await this.notices.post(tx, { ...data, kind: 'marketplace-joined', dedupeKey: id });
  }

  @Consumes(MarketplaceConnectionEnded)
  async marketplaceEnded({ id, data }: EventEnvelope<MarketplaceConnectionEnded>, tx: Tx): Promise<void> {
    const { organisationId } = data;
    await this.notices.post(tx, { organisationId, kind: 'marketplace-ended', dedupeKey: id });
  }

  @Consumes(InfluencerMergeDeclined)
  async mergeDeclined({ id, data }: EventEnvelope<InfluencerMergeDeclined>, tx: Tx): Promise<void> {
    await this.notices.post(tx, { ...data, kind: 'merge-declined', dedupeKey: id });
  }

  /** That another account than the expected one came back by a link, and nothing of either (security AL-04). */
  @Consumes(AuthorizationFailed)
  async anotherAccount({ id, data }: EventEnvelope<AuthorizationFailed>, tx: Tx): Promise<void> {
    if (data.flow !== 'link' || data.code !== oauthErrors.otherAccount.code) return;
    await this.notices.post(tx, { ...data, kind: 'another-account', dedupeKey: id });
  }

  @Consumes(MemberJoined)
  async memberJoined({ id, data }: EventEnvelope<MemberJoined>, tx: Tx): Promise<void> {
    await this.notices.post(tx, { ...data, kind: 'member-joined', dedupeKey: id });
  }
}
