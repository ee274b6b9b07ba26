import { Injectable } from '@nestjs/common';
import { AudienceCollected, CollectionGap, TokenRejected } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { retryDelayMs } from '../../feeds/domain/backoff';
import type { Feed, FeedLease, Progress } from '../../feeds/domain/feed';
import { isOutlived } from '../../feeds/domain/retention';
import { ForgetOutlivedHandler } from '../../feeds/forget-outlived/forget-outlived.handler';
import { CollectorSettings } from '../../collector-settings';
import { Readings } from '../readings';
import type { CollectedPage, CollectedProfile, Reading } from '../sources/collection-source';
import type { CollectionStores } from './collection-stores';
import { ReadMarketplaceToo } from './read-marketplace-too';
import { classifyRunFailure, gapCauseOf, type RunFailure } from './run-outcome';
import { RunGuard } from './run-guard';
import { RunOver } from './run-over';
import { originOf, RunWriter } from './run-writer';

/**
 * One run over one account: profile, posts, audience. Every page is a transaction of its own that first proves the right
 * to write (lease epoch, feed still open), and between pages the guard looks, so a revocation stops a run that is under way.
 */
@Injectable()
export class CollectAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly writer: RunWriter,
    private readonly readings: Readings,
    private readonly marketplaceToo: ReadMarketplaceToo,
    private readonly guard: RunGuard,
    private readonly forgetOutlived: ForgetOutlivedHandler,
    private readonly settings: CollectorSettings,
  ) {}

  private get stores(): CollectionStores {
    return this.writer.stores;
  }

  async handle(lease: FeedLease): Promise<'done' | 'stopped' | RunFailure['kind']> {
    const found = await this.unitOfWork.tenant(lease.organisationId, (tx) =>
      this.stores.feeds.find(tx, lease.accountId),
    );
    if (!found) return 'stopped';
    const feed = isOutlived(found) ? await this.forgetOutlived.handle(found, lease) : found;
    if (feed?.status !== 'open') return 'stopped';
    let grantVersion = feed.access === 'grant' ? feed.grantVersion : 0;
    try {
      const reading = await this.readings.of(feed);
      grantVersion = reading.grantVersion;
      await this.guard.guard(lease, () => this.#run(feed, lease, reading));
      return 'done';
    } catch (error) {
      if (error instanceof RunOver) return 'stopped';
      const failure = classifyRunFailure(error);
      await this.#fail(feed, lease, failure, grantVersion);
      return failure.kind;
    }
  }

  async #run(feed: Feed, lease: FeedLease, reading: Reading): Promise<void> {
    const full = !feed.collectedAt || !feed.nextFullAt || feed.nextFullAt <= new Date();

    await this.writer.write(lease, 0, async (tx) => {
      if (reading.grantVersion > 0) await this.stores.feeds.noteGrant(tx, lease, reading.grantVersion);
      await this.stores.feeds.noteProgress(tx, lease, {
        profile: 'running',
        posts: { stage: 'waiting', done: 0, total: null },
        audience: 'waiting',
      });
    });

    const profile = await reading.profile();
    await this.#storeProfile(feed, lease, reading, profile);

    let done = 0;
    let total: number | null = full ? profile.postCount : null;
    const since = full ? undefined : new Date(Date.now() - this.settings.refreshWindowDays * 86_400_000);
    for await (const page of reading.posts({ ...(since ? { since } : {}), refused: feed.refusedMetrics })) {
      done += page.posts.length;
      if (total !== null) total = Math.max(total, done);
      await this.#storePosts(feed, lease, reading, page, { stage: 'running', done, total });
    }

    await this.writer.write(lease, 0, (tx) =>
      this.stores.feeds.noteProgress(tx, lease, { posts: { stage: 'done', done, total: done }, audience: 'running' }),
    );
    const audience = await reading.audience();
    const marketplaceError = feed.alsoMarketplace ? await this.marketplaceToo.read(feed, lease, profile, since) : null;
    await this.writer.write(lease, audience.length > 0 ? 1 : 0, async (tx, version) => {
      if (audience.length > 0) {
        await this.stores.profiles.storeAudience(tx, feed.organisationId, feed.accountId, audience);
        await this.outbox.add(
          tx,
          AudienceCollected,
          { ...originOf(feed, reading), breakdowns: audience },
          { aggregateVersion: version },
        );
      }
      await this.stores.feeds.noteTold(tx, lease, { audience: 'done' });
      await this.stores.metrics.noteTotals(tx, feed.organisationId, feed.accountId);
      await this.#tellGaps(tx, feed, lease);
      await this.stores.feeds.finish(tx, lease, { inSeconds: this.settings.intervalSeconds, full, marketplaceError });
    });
  }

  async #storeProfile(feed: Feed, lease: FeedLease, reading: Reading, profile: CollectedProfile): Promise<void> {
    await this.writer.write(lease, 1, async (tx, version) => {
      await this.stores.profiles.store(tx, feed.organisationId, feed.accountId, profile, reading.provenance);
      await this.writer.tellProfile(tx, feed, reading, profile, version);
      await this.stores.feeds.noteTold(tx, lease, { profile: 'done' });
    });
  }

  async #storePosts(
    feed: Feed,
    lease: FeedLease,
    reading: Reading,
    { posts, refusedMetrics }: CollectedPage,
    progress: NonNullable<Progress['posts']>,
  ): Promise<void> {
    await this.writer.write(lease, posts.length, async (tx, version) => {
      const changed = await this.stores.posts.store(tx, feed.organisationId, feed.accountId, posts, reading.provenance);
      const told = posts.filter((post) => changed.has(post.platformPostId));
      await this.writer.tellPosts(tx, feed, reading, told, version);
      if (refusedMetrics.length > 0) await this.stores.feeds.noteRefusedMetrics(tx, lease, refusedMetrics);
      await this.stores.feeds.noteTold(tx, lease, { posts: progress });
    });
  }

  /** A gap is told when it is over: before that nobody knows how long it is. */
  async #tellGaps(tx: Tx, feed: Feed, lease: FeedLease): Promise<void> {
    const { organisationId, influencerId, accountId, platform } = feed;
    for (const gap of await this.stores.gaps.end(tx, organisationId, accountId, feed.collectedAt)) {
      const [from, to] = [gap.from.toISOString(), (gap.to ?? new Date()).toISOString()];
      await this.outbox.add(
        tx,
        CollectionGap,
        { organisationId, influencerId, accountId, platform, subject: 'account', reason: gap.cause, from, to },
        { aggregateVersion: await this.stores.feeds.nextVersion(tx, lease) },
      );
    }
  }

  async #fail(feed: Feed, lease: FeedLease, failure: RunFailure, grantVersion: number): Promise<void> {
    await this.unitOfWork.tenant(feed.organisationId, async (tx) => {
      const rejected = failure.kind === 'token_rejected' && grantVersion > 0;
      const version = await this.stores.feeds.advance(tx, lease, rejected ? 1 : 0);
      if (version === undefined) return;
      if (rejected) {
        const { organisationId, influencerId, accountId, platform } = feed;
        const observedAt = new Date().toISOString();
        await this.outbox.add(
          tx,
          TokenRejected,
          { organisationId, influencerId, accountId, platform, rule: failure.rule, grantVersion, observedAt },
          { aggregateVersion: version },
        );
      }
      await this.stores.gaps.begin(tx, feed.organisationId, feed.accountId, gapCauseOf(failure));
      await this.stores.feeds.postpone(tx, lease, failure.rule, delayMs(failure, lease.attempts));
    });
  }
}

function delayMs(failure: RunFailure, attempts: number): number {
  switch (failure.kind) {
    case 'throttled':
      return Math.max(1_000, failure.until.getTime() - Date.now());
    case 'no_authorization':
    case 'marketplace_closed':
      // The account's next change of state, or an owner who connects, makes the feed due; this is only the net below it.
      return 6 * 3_600_000;
    case 'token_rejected':
    case 'retry':
      return retryDelayMs(attempts);
  }
}
