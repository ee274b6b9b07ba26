import { readFileSync } from 'node:fs';
import {
  applyJourney,
  connectJourney,
  discoverJourney,
  expireAndHealJourney,
  marketplaceJourney,
  revokeJourney,
  rotateJourney,
  Story,
  type SystemStatus,
  youtubeJourney,
} from '../src';

describe('the whole system through its public doors', () => {
  let story: Story;

  beforeAll(async () => {
    const file = process.env['CONNECT_STATUS_FILE'];
    if (!file) throw new Error('The journeys need a started system: run them through `npm test`');
    story = await Story.begin(JSON.parse(readFileSync(file, 'utf8')) as SystemStatus);
  });

  afterAll(() => story.end());

  it('connects: link, proof, consent, choice, events, posts', () => connectJourney(story));
  it('revokes: from the dashboard and at the platform', () => revokeJourney(story));
  it('expires and heals: verified, mailed once, repaired in place', () => expireAndHealJourney(story));
  it('rotates: eight needs, one refresh', () => rotateJourney(story));
  it('joins the marketplace, or says which rules fail', () => marketplaceJourney(story));
  it('connects YouTube, collects its videos, and hears when the app is removed at Google', () => youtubeJourney(story));
  it('applies: a form, an approval with a dashboard, a decline that ends everything', () => applyJourney(story));
  it('discovers: a public profile, two refusals, an addition with public figures', () => discoverJourney(story));
  it('never shows a token in an address to any platform', async () => {
    expect(await story.sandbox.leaks()).toEqual([]);
  });
});
