import { tiktokVideoId } from './ids';
import { growth } from './instagram-numbers';
import { between, pick, unit } from './random';
import type { TikTokAttributes, TikTokPersona } from './tiktok-personas';
import { Timeline } from './timeline';

const DAY = 86_400_000;
/** The newest videos are always public, so that "videos in the last 30 days" can be counted by hand. */
const ALWAYS_PUBLIC = 8;

export interface TikTokVideo {
  id: string;
  index: number;
  at: number;
  title: string;
  description: string;
  seconds: number;
  isPublic: boolean;
  isAiGenerated: boolean;
  views: number;
  likes: number;
  comments: number;
  shares: number;
}

const TITLES = ['How I do it', 'One minute of calm', 'Try this at home', 'Answering you', 'Before and after'] as const;

/** Pure functions of seed, account and index; nothing is kept. */
export class TikTokVideos {
  constructor(
    private readonly seed: string,
    private readonly timeline: Timeline,
  ) {}

  /** Index after the last video made until then. */
  countUntil(persona: TikTokPersona, attributes: TikTokAttributes, at: number): number {
    return this.timeline.countUntil(persona.number, attributes.posting, at);
  }

  video(persona: TikTokPersona, attributes: TikTokAttributes, index: number, now: number): TikTokVideo {
    const { number } = persona;
    const at = this.timeline.timeOf(number, attributes.posting, index);
    const draw = (low: number, high: number, what: string): number =>
      between(low, high, this.seed, what, number, index);
    const views = Math.floor(attributes.viewsPerVideo * draw(0.75, 1.25, 'views') * growth(now - at + DAY));
    const title = pick(TITLES, this.seed, 'title', number, index);
    return {
      id: tiktokVideoId(number, index),
      index,
      at,
      title: `${title} (${index + 1})`,
      description: `${attributes.caption ?? title} #sandbox 🎬`,
      seconds: Math.floor(draw(9, 75, 'length')),
      isPublic: index >= attributes.posting.atStart - ALWAYS_PUBLIC || index % 7 !== 3,
      isAiGenerated: unit(this.seed, 'aigc', number, index) < 0.05,
      views,
      likes: Math.floor(views * draw(0.05, 0.14, 'likes')),
      comments: Math.floor(views * draw(0.002, 0.01, 'comments')),
      shares: Math.floor(views * draw(0.002, 0.012, 'shares')),
    };
  }

  /** What the marketplace's rules look at. */
  lastDays(
    persona: TikTokPersona,
    attributes: TikTokAttributes,
    now: number,
    days = 30,
  ): { videos: number; views: number } {
    const first = this.countUntil(persona, attributes, now - days * DAY);
    const end = this.countUntil(persona, attributes, now);
    let videos = 0;
    let views = 0;
    for (let index = first; index < end; index++) {
      const video = this.video(persona, attributes, index, now);
      if (!video.isPublic) continue;
      videos += 1;
      views += video.views;
    }
    return { videos, views };
  }
}
