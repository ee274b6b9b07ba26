import type { InstagramAccount } from './instagram-accounts';
import { albumChildId, mediaId, storyId } from './ids';
import { pick, unit } from './random';
import { Timeline, type Posting } from './timeline';

const HOUR = 3_600_000;
const STORY_LIFE_HOURS = 24;
/** Two stories a day, since long before the world began. */
const STORIES: Posting = { atStart: 400, everyHours: 12 };

export type MediaKind = 'IMAGE' | 'CAROUSEL' | 'REEL' | 'STORY';

export interface InstagramPost {
  id: string;
  account: InstagramAccount;
  index: number;
  kind: MediaKind;
  at: number;
  caption: string;
  hidesLikes: boolean;
  /** Holds music or pictures of others: `media_url` is missing. */
  copyrighted: boolean;
  sharedToFacebook: boolean;
  beforeConversion: boolean;
  children: string[];
}

const SUBJECTS = [
  'A quiet morning',
  'Behind the scenes',
  'Three things I learned',
  'Colours of the week',
  'A short answer',
] as const;
const ENDINGS = ['with a cup of tea', 'outside', 'in one minute', 'as promised', 'for the first time'] as const;
const TAGS = ['#sandbox', '#craft', '#daily', '#food', '#light', '#été'] as const;

/** Pure functions of seed, account and index; nothing is kept. */
export class InstagramPosts {
  constructor(
    private readonly seed: string,
    private readonly timeline: Timeline,
  ) {}

  count(account: InstagramAccount, until: number): number {
    return this.timeline.countUntil(account.number, account.posting, until);
  }

  post(account: InstagramAccount, index: number): InstagramPost {
    const { number } = account;
    const kind = this.kindOf(number, index);
    return {
      id: mediaId(number, index),
      account,
      index,
      kind,
      at: this.timeline.timeOf(number, account.posting, index),
      caption: this.captionOf(number, index),
      hidesLikes: index % 11 === 4,
      copyrighted: kind === 'REEL' && index % 13 === 6,
      sharedToFacebook: unit(this.seed, 'shared', number, index) < 0.4,
      beforeConversion: index < account.postsBeforeConversion,
      children: kind === 'CAROUSEL' ? [0, 1, 2].map((child) => albumChildId(number, index, child)) : [],
    };
  }

  /** Live stories, newest first. */
  stories(account: InstagramAccount, now: number): InstagramPost[] {
    const live: InstagramPost[] = [];
    const newest = this.timeline.countUntil(account.number, STORIES, now, 'story') - 1;
    for (let index = newest; index >= 0; index--) {
      const story = this.story(account, index);
      if (!this.storyIsLive(story, now)) break;
      live.push(story);
    }
    return live;
  }

  story(account: InstagramAccount, index: number): InstagramPost {
    const { number } = account;
    return {
      id: storyId(number, index),
      account,
      index,
      kind: 'STORY',
      at: this.timeline.timeOf(number, STORIES, index, 'story'),
      caption: '',
      hidesLikes: false,
      copyrighted: false,
      sharedToFacebook: unit(this.seed, 'story-shared', number, index) < 0.4,
      beforeConversion: false,
      children: [],
    };
  }

  storyIsLive(story: InstagramPost, now: number): boolean {
    return story.at <= now && now - story.at < STORY_LIFE_HOURS * HOUR;
  }

  private kindOf(account: number, index: number): MediaKind {
    const chance = unit(this.seed, 'kind', account, index);
    if (chance < 0.4) return 'REEL';
    return chance < 0.7 ? 'CAROUSEL' : 'IMAGE';
  }

  private captionOf(account: number, index: number): string {
    const subject = pick(SUBJECTS, this.seed, 'subject', account, index);
    const ending = pick(ENDINGS, this.seed, 'ending', account, index);
    return `${subject} ${ending} ✨ ${pick(TAGS, this.seed, 'tag', account, index)} (${index + 1})`;
  }
}
