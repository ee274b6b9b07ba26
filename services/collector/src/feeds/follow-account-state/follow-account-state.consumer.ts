import { Controller } from '@nestjs/common';
import {
  AccountRemoved,
  AccountStateChanged,
  MarketplaceConnected,
  type EventEnvelope,
  isTakenBack,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import type { Feed } from '../domain/feed';
import { FeedRepository } from '../persistence/feed.repository';
import { GapRepository } from '../persistence/gap.repository';
import { retentionAfter } from '../domain/retention';

/**
 * Opens the feed of an account that became tracked and closes it when it is tracked no more. A grant that merely ended
 * keeps its data, YouTube's for thirty days, as what its key read without one; one that was taken back hides the data at once and deletes it later.
 */
@Controller()
export class FollowAccountState {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly gaps: GapRepository,
  ) {}

  @Consumes(AccountStateChanged)
  async stateChanged({ data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    // Of somebody who is gone already: it was on its way by another topic than the erasure.
    const influencerId = await currentInfluencer(tx, data.influencerId);
    if (!influencerId) return;
    const stood = lastProofIn(data);
    if (stood) await this.feeds.noteStood(tx, data.accountId, stood);
    const access = accessOf(data);
    if (access) {
      const { accountId, organisationId, platform } = data;
      await this.feeds.open(tx, { accountId, organisationId, influencerId, platform, ...access });
      return;
    }
    const feed = await this.feeds.find(tx, data.accountId);
    // What is said of an account that stood still before, and still stands still, is no new cause.
    if (feed && (feed.status === 'open' || data.from !== data.to)) {
      await this.gaps.begin(tx, feed.organisationId, feed.accountId, data.cause);
    }
    // Given again, though it stands still: its owner has paused it. A pause alone gives nothing again.
    if (data.to === 'AUTHENTICATED' && data.from !== 'AUTHENTICATED') await this.feeds.keepData(tx, data.accountId);
    const retention = isTakenBack(data) ? retentionAfter(data.platform) : null;
    // Of a paused account, too: its owner asked for no more of it, not for longer.
    const untilLapsed = data.platform === 'youtube' && data.to !== 'AUTHENTICATED';
    await this.feeds.close(tx, data.accountId, data.cause, retention, { untilLapsed });
  }

  @Consumes(MarketplaceConnected)
  async connected(_event: EventEnvelope<MarketplaceConnected>, tx: Tx): Promise<void> {
    await this.feeds.marketplaceNow(tx);
  }

  @Consumes(AccountRemoved)
  async removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    await this.feeds.close(tx, data.accountId, 'removed', '0 seconds');
  }
}

/** Without a grant YouTube shows figures to anybody, and the marketplace those of its members to an agency. */
function accessOf(change: AccountStateChanged): Pick<Feed, 'access' | 'alsoMarketplace'> | undefined {
  const { tracked, to, platform, marketplace } = change;
  if (!tracked) return undefined;
  const member = platform === 'tiktok' && marketplace === 'TTCM';
  if (to === 'AUTHENTICATED') return { access: 'grant', alsoMarketplace: member };
  if (member) return { access: 'marketplace', alsoMarketplace: false };
  return platform === 'youtube' ? { access: 'public', alsoMarketplace: false } : undefined;
}

const betweenLooksMs = 86_400_000;

/** Until when the grant stood for sure, by this change: oauth looks at each of them once a day. */
function lastProofIn({ from, to, at }: AccountStateChanged): Date | undefined {
  if (to === 'AUTHENTICATED') return new Date(at);
  return from === 'AUTHENTICATED' ? new Date(Date.parse(at) - betweenLooksMs) : undefined;
}
