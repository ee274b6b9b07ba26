import type { YouTubeChannel } from './google-personas';
import { growth } from './instagram-numbers';
import { between, pick, unit } from './random';
import type { Timeline } from './timeline';
import { youtubeVideoId } from './youtube-ids';

const DAY = 86_400_000;
/** The newest videos are always public and there, so that a test can count them by hand. */
const ALWAYS_THERE = 12;

export type Privacy = 'public' | 'unlisted' | 'private';

export interface YouTubeVideo {
  id: string;
  index: number;
  at: number;
  title: string;
  description: string;
  tags: string[];
  seconds: number;
  privacy: Privacy;
  /** Still in the list of uploads, but no longer a video: `videos` does not know it. */
  deleted: boolean;
  views: number;
  likes: number;
  comments: number;
}

const TITLES = [
  'How I make it',
  'A walk in the rain',
  'Answering your questions',
  'What went wrong',
  'The long version',
] as const;
const TAGS = ['sandbox', 'craft', 'daily', 'food', 'light'] as const;

/** Pure functions of seed, channel and index; nothing is kept. */
export class YouTubeVideos {
  constructor(
    private readonly seed: string,
    private readonly timeline: Timeline,
  ) {}

  /** Index after the last video made until then. */
  countUntil(channel: YouTubeChannel, at: number): number {
    return this.timeline.countUntil(channel.number, channel.posting, at, 'video');
  }

  video(channel: YouTubeChannel, index: number, now: number): YouTubeVideo {
    const { number } = channel;
    const at = this.timeline.timeOf(number, channel.posting, index, 'video');
    const draw = (low: number, high: number, what: string): number =>
      between(low, high, this.seed, 'yt', what, number, index);
    const views = this.viewsUntil(channel, index, now);
    const title = pick(TITLES, this.seed, 'yt-title', number, index);
    const short = unit(this.seed, 'yt-short', number, index) < 0.35;
    return {
      id: youtubeVideoId(number, index),
      index,
      at,
      title: `${title} (${index + 1})`,
      description: `${title}. A computed video of a pretended channel.`,
      tags: [pick(TAGS, this.seed, 'yt-tag', number, index), 'pretend'],
      seconds: Math.floor(short ? draw(8, 60, 'length') : draw(95, 2_900, 'length')),
      privacy: this.privacyOf(channel, index),
      deleted: isSettled(channel, index) && index % 17 === 9,
      views,
      likes: Math.floor(views * draw(0.02, 0.07, 'likes')),
      comments: Math.floor(views * draw(0.001, 0.008, 'comments')),
    };
  }

  privacyOf(channel: YouTubeChannel, index: number): Privacy {
    if (!isSettled(channel, index)) return 'public';
    if (index % 13 === 5) return 'private';
    return index % 19 === 7 ? 'unlisted' : 'public';
  }

  /** Public and still there, of the first so many: what a channel's `videoCount` tells. */
  publicCount(channel: YouTubeChannel, until: number): number {
    let count = 0;
    for (let index = 0; index < until; index++) {
      const deleted = isSettled(channel, index) && index % 17 === 9;
      if (!deleted && this.privacyOf(channel, index) === 'public') count += 1;
    }
    return count;
  }

  /** Views that one video has gathered by that moment: what the Analytics of one video are the differences of. */
  viewsUntil(channel: YouTubeChannel, index: number, moment: number): number {
    const at = this.timeline.timeOf(channel.number, channel.posting, index, 'video');
    const age = moment - at;
    if (age <= 0) return 0;
    const size = channel.viewsPerVideo * between(0.4, 1.8, this.seed, 'yt', 'views', channel.number, index);
    return Math.floor(size * growth(age / 6 + DAY / 12));
  }
}

const isSettled = (channel: YouTubeChannel, index: number): boolean => index < channel.posting.atStart - ALWAYS_THERE;
