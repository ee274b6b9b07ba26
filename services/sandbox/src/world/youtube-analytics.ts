import type { YouTubeChannel } from './google-personas';
import { between, share } from './random';
import type { YouTubeVideos } from './youtube-videos';

const DAY = 86_400_000;
/** Days begin in California; the hour of difference in summer does not matter to invented numbers. */
const PACIFIC_MIDNIGHT = 8 * 3_600_000;

/** What adds up over days and videos. */
export interface Sums {
  views: number;
  engagedViews: number;
  estimatedMinutesWatched: number;
  likes: number;
  dislikes: number;
  comments: number;
  shares: number;
  subscribersGained: number;
  subscribersLost: number;
}

export type SplitDimension = 'country' | 'insightTrafficSourceType' | 'deviceType' | 'subscribedStatus';

const SPLITS: Record<SplitDimension, readonly (readonly [key: string, weight: number])[]> = {
  country: [
    ['US', 42],
    ['GB', 11],
    ['DE', 9],
    ['BR', 8],
    ['IN', 7],
    ['FR', 6],
    ['JP', 5],
    ['AU', 4],
  ],
  insightTrafficSourceType: [
    ['SHORTS', 31],
    ['YT_SEARCH', 22],
    ['SUBSCRIBER', 17],
    ['RELATED_VIDEO', 14],
    ['EXT_URL', 9],
    ['YT_CHANNEL', 5],
    ['NO_LINK_OTHER', 2],
  ],
  deviceType: [
    ['MOBILE', 64],
    ['DESKTOP', 19],
    ['TV', 12],
    ['TABLET', 5],
  ],
  subscribedStatus: [
    ['UNSUBSCRIBED', 71],
    ['SUBSCRIBED', 29],
  ],
};

const AGES = ['age13-17', 'age18-24', 'age25-34', 'age35-44', 'age45-54', 'age55-64', 'age65-'] as const;
const AGE_WEIGHTS = [4, 27, 33, 17, 10, 6, 3];
const GENDERS: readonly (readonly [string, number])[] = [
  ['female', 55],
  ['male', 42],
  ['user_specified', 3],
];
/** Fewer viewers than that could be told apart: no rows. The real limit is not known. [inf] */
const FEWEST_VIEWS = 200;

/** Pure functions of seed, channel, video and day. */
export class YouTubeAnalytics {
  constructor(
    private readonly seed: string,
    private readonly videos: YouTubeVideos,
  ) {}

  /** One day of a channel as a whole. */
  channelDay(channel: YouTubeChannel, day: string): Sums {
    const swing = between(0.6, 1.4, this.seed, 'yt-day', channel.number, day);
    return this.sums(channel, day, Math.floor(channel.viewsPerDay * swing));
  }

  /** Gained and not lost again on the whole days between two moments. */
  subscribersSince(channel: YouTubeChannel, from: number, until: number): number {
    let kept = 0;
    for (let at = from; at + DAY <= until; at += DAY) {
      const day = new Date(at - PACIFIC_MIDNIGHT).toISOString().slice(0, 10);
      const { subscribersGained, subscribersLost } = this.channelDay(channel, day);
      kept += subscribersGained - subscribersLost;
    }
    return kept;
  }

  /** One day of one video: what its counter grew by. */
  videoDay(channel: YouTubeChannel, index: number, day: string): Sums {
    const start = Date.parse(day) + PACIFIC_MIDNIGHT;
    const grown = this.videos.viewsUntil(channel, index, start + DAY) - this.videos.viewsUntil(channel, index, start);
    return this.sums(channel, `${day}/${index}`, Math.max(0, grown));
  }

  /** A total shared out by one dimension; nothing is lost. */
  split(channel: YouTubeChannel, dimension: SplitDimension, total: Sums): { key: string; sums: Sums }[] {
    const keys = SPLITS[dimension].map(([key]) => key);
    const weights = SPLITS[dimension].map(
      ([key, weight]) => weight * between(0.6, 1.4, this.seed, 'yt-split', channel.number, key),
    );
    const names = Object.keys(total) as (keyof Sums)[];
    const shared = new Map(names.map((name) => [name, share(total[name], weights)]));
    return keys.map((key, i) => {
      const sums = { ...total };
      for (const name of names) sums[name] = shared.get(name)?.[i] ?? 0;
      return { key, sums };
    });
  }

  /** Percent of the viewers, together 100; nothing when there were too few. */
  audience(channel: YouTubeChannel, total: Sums): { age: string; gender: string; percent: number }[] {
    if (total.views < FEWEST_VIEWS) return [];
    const groups = AGES.flatMap((age, i) =>
      GENDERS.map(([gender, weight]) => ({
        age,
        gender,
        weight: (AGE_WEIGHTS[i] ?? 1) * weight * between(0.7, 1.3, this.seed, 'yt-age', channel.number, age, gender),
      })),
    );
    const parts = share(
      1_000,
      groups.map((group) => group.weight),
    );
    return groups
      .map(({ age, gender }, i) => ({ age, gender, percent: (parts[i] ?? 0) / 10 }))
      .filter((part) => part.percent > 0);
  }

  private sums(channel: YouTubeChannel, what: string, views: number): Sums {
    const of = (low: number, high: number, name: string): number =>
      Math.floor(views * between(low, high, this.seed, 'yt-part', name, channel.number, what));
    return {
      views,
      engagedViews: of(0.72, 0.9, 'engaged'),
      estimatedMinutesWatched: of(1.2, 2.6, 'minutes'),
      likes: channel.hidesCounts ? 0 : of(0.02, 0.07, 'likes'),
      dislikes: of(0.0005, 0.002, 'dislikes'),
      comments: channel.hidesCounts ? 0 : of(0.001, 0.008, 'comments'),
      shares: of(0.002, 0.01, 'shares'),
      subscribersGained: of(0.001, 0.006, 'gained'),
      subscribersLost: of(0.0003, 0.002, 'lost'),
    };
  }
}

export function addSums(a: Sums, b: Sums): Sums {
  return {
    views: a.views + b.views,
    engagedViews: a.engagedViews + b.engagedViews,
    estimatedMinutesWatched: a.estimatedMinutesWatched + b.estimatedMinutesWatched,
    likes: a.likes + b.likes,
    dislikes: a.dislikes + b.dislikes,
    comments: a.comments + b.comments,
    shares: a.shares + b.shares,
    subscribersGained: a.subscribersGained + b.subscribersGained,
    subscribersLost: a.subscribersLost + b.subscribersLost,
  };
}

export const NO_SUMS: Sums = {
  views: 0,
  engagedViews: 0,
  estimatedMinutesWatched: 0,
  likes: 0,
  dislikes: 0,
  comments: 0,
  shares: 0,
  subscribersGained: 0,
  subscribersLost: 0,
};
