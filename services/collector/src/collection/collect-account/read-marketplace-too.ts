import { Injectable } from '@nestjs/common';
import type { Feed, FeedLease } from '../../feeds/domain/feed';
import { Readings } from '../readings';
import type { CollectedProfile, Reading } from '../sources/collection-source';
import { classifyRunFailure } from './run-outcome';
import { RunOver } from './run-over';
import { RunWriter } from './run-writer';

/**
 * What the marketplace tells of an account that was just read with its owner's grant. The grant's figures stay what they
 * are: only those that it does not tell are added, to the same posts. A failure here is noted, and fails nothing.
 */
@Injectable()
export class ReadMarketplaceToo {
  constructor(
    private readonly readings: Readings,
    private readonly writer: RunWriter,
  ) {}

  /** Why it told nothing; null where it told. Throws RunOver. */
  async read(feed: Feed, lease: FeedLease, own: CollectedProfile, since: Date | undefined): Promise<string | null> {
    try {
      const reading = await this.readings.marketplace(feed);
      await this.#profile(feed, lease, reading, own);
      for await (const page of reading.posts({ ...(since ? { since } : {}), refused: [] })) {
        await this.writer.write(lease, page.posts.length, async (tx, version) => {
          const { posts } = this.writer.stores;
          const added = await posts.add(tx, feed.organisationId, feed.accountId, page.posts, reading.provenance);
          await this.writer.tellPosts(tx, feed, reading, added, version);
        });
      }
      return null;
    } catch (error) {
      if (error instanceof RunOver) throw error;
      return classifyRunFailure(error).rule;
    }
  }

  /** Two sources may spell the name differently; the owner's own word is what is shown. */
  async #profile(feed: Feed, lease: FeedLease, reading: Reading, own: CollectedProfile): Promise<void> {
    const { metrics: told } = await reading.profile();
    await this.writer.write(lease, 1, async (tx, version) => {
      const { profiles } = this.writer.stores;
      const metrics = await profiles.add(tx, feed.organisationId, feed.accountId, told, reading.provenance);
      if (metrics.length > 0) await this.writer.tellProfile(tx, feed, reading, { ...own, metrics }, version);
    });
  }
}
