import { Injectable } from '@nestjs/common';
import {
  AudienceCollected,
  CollectionGap,
  PostCollected,
  ProfileCollected,
  TokenRejected,
} from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { retryDelayMs } from '../../feeds/domain/backoff';
import type { Feed, FeedLease, Progress } from '../../feeds/domain/feed';
import { TokenLeases } from '../../tokens/token-leases';
import { AccountIdentities } from '../account-identities';
import { type CollectedPage, type CollectedProfile, type Reading, readingOf } from '../sources/collection-source';
import { hashtagsOf } from '../sources/metrics';
import { SourceRegistry } from '../sources/source-registry';
import { CollectorSettings } from '../../collector-settings';
import { CollectionStores } from './collection-stores';
import { classifyRunFailure, gapCauseOf, type RunFailure } from './run-outcome';

/** The lease was lost, or the account is not to be collected any more: stop at once and write nothing. */
class RunOver extends Error {}

/**
 * One run over one account: profile, posts, audience. Every page is a transaction of its own that first proves the right
 * to write (lease epoch, feed still open), so a revocation in the middle of a run stops it at the next page.
 */
@Injectable()
export class CollectAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly stores: CollectionStores,
    private readonly tokens: TokenLeases,
    private readonly identities: AccountIdentities,
    private readonly sources: SourceRegistry,
    private readonly settings: CollectorSettings,
  ) {}

  async handle(lease: FeedLease): Promise<'done' | 'stopped' | RunFailure['kind']> {
    const feed = await this.unitOfWork.tenant(lease.organisationId, (tx) =>
      this.stores.feeds.find(tx, lease.accountId),
    );
    if (!feed || feed.status !== 'open') return 'stopped';
    let grantVersion = feed.access === 'grant' ? feed.grantVersion : 0;
    try {
      const reading = await this.#readingOf(feed);
      grantVersion = reading.grantVersion;
      await this.#run(feed, lease, reading);
      return 'done';
    } catch (error) {
      if (error instanceof RunOver) return 'stopped';
      const failure = classifyRunFailure(error);
      await this.#fail(feed, lease, failure, grantVersion);
      return failure.kind;
    }
  }

  async #readingOf({ access, platform, organisationId, accountId }: Feed): Promise<Reading> {
    if (access === 'public') {
      const source = this.sources.ofPublic(platform);
      const platformAccountId = await this.identities.platformAccountId(organisationId, accountId);
      return readingOf(source, { platformAccountId }, 0);
    }
    const {
      accessToken: token,
      platformAccountId,
      scopes,
      grantVersion,
    } = await this.tokens.lease(accountId, 'collect');
    return readingOf(this.sources.of(platform), { token, platformAccountId, scopes }, grantVersion);
  }

  async #run(feed: Feed, lease: FeedLease, reading: Reading): Promise<void> {
    const full = !feed.collectedAt || !feed.nextFullAt || feed.nextFullAt <= new Date();

    await this.#write(lease, 0, async (tx) => {
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

    const audience = await reading.audience();
    await this.#write(lease, audience.length > 0 ? 1 : 0, async (tx, version) => {
      if (audience.length > 0) {
        await this.stores.profiles.storeAudience(tx, feed.organisationId, feed.accountId, audience);
        await this.outbox.add(
          tx,
          AudienceCollected,
          { ...origin(feed, reading), breakdowns: audience },
          { aggregateVersion: version },
        );
      }
      await this.stores.feeds.noteProgress(tx, lease, {
        posts: { stage: 'done', done, total: done },
        audience: 'done',
      });
      await this.stores.metrics.noteTotals(tx, feed.organisationId, feed.accountId);
      await this.#tellGaps(tx, feed, lease);
      await this.stores.feeds.finish(tx, lease, { inSeconds: this.settings.intervalSeconds, full });
    });
  }

  async #storeProfile(feed: Feed, lease: FeedLease, reading: Reading, profile: CollectedProfile): Promise<void> {
    await this.#write(lease, 1, async (tx, version) => {
      await this.stores.profiles.store(tx, feed.organisationId, feed.accountId, profile);
      await this.outbox.add(
        tx,
        ProfileCollected,
        {
          ...origin(feed, reading),
          platformAccountId: reading.platformAccountId,
          handle: profile.handle,
          displayName: profile.displayName,
          metrics: profile.metrics,
        },
        { aggregateVersion: version },
      );
      await this.stores.feeds.noteProgress(tx, lease, { profile: 'done' });
    });
  }

  async #storePosts(
    feed: Feed,
    lease: FeedLease,
    reading: Reading,
    page: CollectedPage,
    posts: NonNullable<Progress['posts']>,
  ): Promise<void> {
    await this.#write(lease, page.posts.length, async (tx, version) => {
      const changed = await this.stores.posts.store(tx, feed.organisationId, feed.accountId, page.posts);
      const events = page.posts
        .filter((post) => changed.has(post.platformPostId))
        .map((post, index) => ({
          data: {
            ...origin(feed, reading),
            platformPostId: post.platformPostId,
            kind: post.kind,
            postedAt: post.postedAt.toISOString(),
            permalink: post.permalink,
            caption: post.caption,
            hashtags: hashtagsOf(post.caption),
            metrics: post.metrics,
          },
          aggregateVersion: version + index,
        }));
      if (events.length > 0) await this.outbox.addMany(tx, PostCollected, events);
      if (page.refusedMetrics.length > 0) await this.stores.feeds.noteRefusedMetrics(tx, lease, page.refusedMetrics);
      await this.stores.feeds.noteProgress(tx, lease, { posts });
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

  /** One transaction that may write `versions` events about the account, or ends the run. */
  async #write(
    lease: FeedLease,
    versions: number,
    work: (tx: Tx, firstVersion: number) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.tenant(lease.organisationId, async (tx) => {
      const version = await this.stores.feeds.advance(tx, lease, versions);
      if (version === undefined) throw new RunOver();
      await work(tx, version);
    });
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
      const { error, delay } = nextTry(failure, lease.attempts);
      await this.stores.feeds.postpone(tx, lease, error, delay);
    });
  }
}

const origin = (feed: Feed, { source, grantVersion }: Reading) => ({
  organisationId: feed.organisationId,
  influencerId: feed.influencerId,
  accountId: feed.accountId,
  platform: feed.platform,
  source,
  grantVersion,
  collectedAt: new Date().toISOString(),
});

function nextTry(failure: RunFailure, attempts: number): { error: string; delay: number } {
  switch (failure.kind) {
    case 'throttled':
      return { error: failure.rule, delay: Math.max(1_000, failure.until.getTime() - Date.now()) };
    case 'no_authorization':
      // The account's next change of state opens the feed again; this is only the net below it.
      return { error: 'oauth.no_authorization', delay: 6 * 3_600_000 };
    case 'token_rejected':
    case 'retry':
      return { error: failure.rule, delay: retryDelayMs(attempts) };
  }
}
