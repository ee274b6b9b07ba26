import type { InstagramPost } from './instagram-posts';
import { between } from './random';

const HOUR = 3_600_000;
const HALF_LIFE_HOURS = 24;

/** All counters of a post at one moment; they only grow with time and fit together (reach never exceeds views …). */
export interface PostNumbers {
  views: number;
  reach: number;
  likes: number;
  comments: number;
  saved: number;
  shares: number;
  reposts: number;
  follows: number;
  profileVisits: number;
  profileActivity: number;
  replies: number;
  linkClicks: number;
  facebookViews: number;
  averageWatchMs: number;
  skipRate: number;
  navigation: number;
}

/** Pure: the same post at the same moment always has the same numbers. */
export function postNumbers(seed: string, post: InstagramPost, now: number): PostNumbers {
  const { followers, number } = post.account;
  const draw = (low: number, high: number, what: string): number =>
    between(low, high, seed, what, post.kind, number, post.index);
  const audience = post.kind === 'REEL' ? draw(0.6, 2.6, 'audience') : draw(0.15, 0.7, 'audience');
  const grown = growth(now - post.at);
  const reach = Math.floor(followers * (post.kind === 'STORY' ? audience * 0.3 : audience) * grown);
  const of = (low: number, high: number, what: string): number => Math.floor(reach * draw(low, high, what));
  return {
    reach,
    views: Math.floor(reach * draw(1.1, 1.6, 'views')),
    likes: of(0.04, 0.11, 'likes'),
    comments: of(0.002, 0.009, 'comments'),
    saved: of(0.004, 0.02, 'saved'),
    shares: of(0.003, 0.015, 'shares'),
    reposts: of(0.0005, 0.003, 'reposts'),
    follows: of(0.0005, 0.002, 'follows'),
    profileVisits: of(0.005, 0.02, 'visits'),
    profileActivity: of(0.001, 0.004, 'activity'),
    replies: post.account.inEurope ? 0 : of(0.001, 0.006, 'replies'),
    linkClicks: of(0.001, 0.01, 'links'),
    facebookViews: post.sharedToFacebook ? of(0.05, 0.3, 'facebook') : 0,
    averageWatchMs: Math.floor(draw(2_500, 14_000, 'watch')),
    skipRate: Math.round(draw(15, 60, 'skip') * 100) / 100,
    navigation: of(0.4, 0.9, 'navigation'),
  };
}

/** 0 at the moment of posting, half of everything after a day, never quite 1. */
export function growth(ageMs: number): number {
  return ageMs <= 0 ? 0 : 1 - 0.5 ** (ageMs / HOUR / HALF_LIFE_HOURS);
}
