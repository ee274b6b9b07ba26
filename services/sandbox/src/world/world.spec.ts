import { audience } from './audience';
import {
  facebookUserId,
  instagramId,
  mediaId,
  readFacebookUserId,
  readInstagramId,
  readMediaId,
  readTikTokVideoId,
  tiktokVideoId,
} from './ids';
import { instagramAccount } from './instagram-accounts';
import { postNumbers } from './instagram-numbers';
import { share } from './random';
import { TIKTOK_PERSONAS, tiktokPersona } from './tiktok-personas';
import { World } from './world';

const START = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;
const world = new World('seed', () => START);
const account = instagramAccount(101);
if (!account) throw new Error('the first account is gone');

describe('the computed world', () => {
  it('reads ids back, so that nothing has to be looked up', () => {
    expect(readInstagramId(instagramId(101))).toBe(101);
    expect(readMediaId(mediaId(1_000_007, 12))).toEqual({ account: 1_000_007, index: 12 });
    expect(readTikTokVideoId(tiktokVideoId(501, 400))).toEqual({ account: 501, index: 400 });
    expect(readFacebookUserId('1385', facebookUserId('1385', 9))).toBe(9);
    expect(readFacebookUserId('1386', facebookUserId('1385', 9))).toBeUndefined();
  });

  it('makes every kind of post', () => {
    const kinds = Array.from({ length: 60 }, (_, i) => world.instagram.post(account, i).kind);
    expect(new Set(kinds)).toEqual(new Set(['IMAGE', 'CAROUSEL', 'REEL']));
  });

  it('lets counters grow and fit together', () => {
    const post = world.instagram.post(account, 30);
    const young = postNumbers('seed', post, post.at + DAY / 4);
    const old = postNumbers('seed', post, post.at + 20 * DAY);
    expect(old.views).toBeGreaterThan(young.views);
    expect(old.reach).toBeLessThanOrEqual(old.views);
    expect(old.likes).toBeLessThan(old.reach);
    expect(postNumbers('seed', post, post.at + 20 * DAY)).toEqual(old);
  });

  it('lets stories vanish after a day', () => {
    const live = world.instagram.stories(account, START);
    expect(live.length).toBeGreaterThan(0);
    expect(live.every((story) => START - story.at < DAY)).toBe(true);
    expect(world.instagram.stories(account, START + 2 * DAY).map((story) => story.id)).not.toContain(live[0]?.id);
  });

  it('shares out a total without losing any of it', () => {
    expect(share(1_001, [3, 1, 1, 7]).reduce((a, b) => a + b)).toBe(1_001);
    expect(share(5, [0, 0])).toEqual([0, 0]);
  });

  it('tells an audience smaller than the number of followers, largest part first', () => {
    const countries = audience('seed', 101, 10_000, 'country');
    const values = countries.map((part) => part.value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.reduce((a, b) => a + b)).toBeLessThan(10_000);
  });

  it.each([
    ['tiktok-everyday', 5],
    ['tiktok-too-small', 1],
    ['tiktok-few-videos', 1],
    ['tiktok-few-views', 5],
  ])('gives %s %d videos in the last 30 days', (id, videos) => {
    const persona = tiktokPersona(id);
    expect(persona && world.tiktok.lastDays(persona, persona.attributes, START).videos).toBe(videos);
  });

  it('names every persona and handle once', () => {
    expect(new Set(TIKTOK_PERSONAS.map((persona) => persona.handle)).size).toBe(TIKTOK_PERSONAS.length);
  });
});
