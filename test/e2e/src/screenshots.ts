/** `npm run screenshots`: the pictures of the README, taken of the running system with the Chromium of this machine. */
import { mkdirSync } from 'node:fs';
import type { GatewayDoor } from './doors/gateway';
import type { Mail } from './doors/mailbox';
import { sayGoodMorning } from './doors/morning';
import { accountInState } from './journeys/people';
import { applyingPictures } from './pictures/applying';
import { connectingPictures } from './pictures/connecting';
import { memberPictures } from './pictures/members';
import { phonePictures } from './pictures/phone';
import { folder, openCamera, takeMail } from './pictures/pictures';
import { connected, inRoster, type Creator } from './pictures/roster';
import { daysOfCollecting } from './pictures/weeks';
import { Story } from './story';
import { systemStatus } from './system-status';

/** As many days as a chart shows unless asked for others. */
const days = 29;

/** Nobody waits for a morning: what the gateway says in it is said at once. */
async function digestOf(story: Story): Promise<Mail> {
  const { email } = story.login();
  const reader = await story.admin();
  const before = await reader.get<{ frequency: string }>('/v1/digest-setting');
  await reader.put('/v1/digest-setting', { frequency: 'daily' });
  await sayGoodMorning(story, reader);
  await reader.put('/v1/digest-setting', before);
  return story.mail.next(email, /accounts? needs? /);
}

const daysFromNow = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

/** Creators with names of their own, whose accounts were collected for weeks in a campaign. */
async function campaignOfWeeks(story: Story, admin: GatewayDoor) {
  await story.sandbox.does('creator-one-page', 'rename-instagram', { username: 'alpine.bakes' });
  await story.sandbox.does('creator-two-pages', 'rename-instagram', { username: 'ceramics.by.the.sea' });
  await story.sandbox.does('tiktok-korea', 'rename', { handle: 'seoul.snacks' });
  const snacks = await connected(story, admin, 'Seoul Snacks', 'tiktok', 'TikTok korea');
  const travel = await connected(story, admin, 'Slow Travel Notes', 'youtube', 'YouTube creator');
  const ceramics = await connected(story, admin, 'Ceramics by the Sea', 'instagram', 'Creator Two-Pages');
  const bakes = await connected(story, admin, 'Alpine Bakes', 'instagram', 'Creator One-Page');
  const all: Creator[] = [snacks, travel, ceramics, bakes];
  const { id: campaignId } = await admin.post<{ id: string }>('/v1/campaigns', {
    name: 'Winter launch',
    startsOn: daysFromNow(1 - days),
    endsOn: daysFromNow(45),
  });
  for (const { influencer } of all) {
    await admin.post(`/v1/campaigns/${campaignId}/influencers`, { influencerId: influencer.id });
  }
  const accountIds = all.map(({ account }) => account.id);
  await daysOfCollecting(story, admin, accountIds, days);
  await story.sandbox.does('creator-two-pages', 'change-password');
  await admin.post(`/v1/social-accounts/${ceramics.account.id}/authorization/verifications`);
  await accountInState(admin, ceramics.influencer, 'instagram', { authState: 'REAUTH' });
  return { campaignId, bakes };
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const story = await Story.begin(systemStatus());
  const browser = await openCamera();
  try {
    const admin = await story.admin();
    const garden = await inRoster(admin, 'Tiny Balcony Garden');
    const harbour = await inRoster(admin, 'Harbour Kitchen');
    await inRoster(admin, 'Old Mill Cycling', [{ platform: 'youtube', handle: 'sandbox.brand.travel' }]);
    const { campaignId, bakes } = await campaignOfWeeks(story, admin);
    await connectingPictures(browser, story, admin, { chooses: garden, mends: harbour });
    await phonePictures(browser, story, admin);
    await memberPictures(browser, admin, { creator: bakes, campaignId });
    await applyingPictures(browser, story, admin);
    await takeMail(browser, 'digest', await digestOf(story));
  } finally {
    await browser.close();
    await story.end();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
