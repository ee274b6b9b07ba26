/** `npm run screenshots`: the pictures of the README, taken of the running system with the Chromium of this machine. */
import { mkdirSync } from 'node:fs';
import { openChromium } from '@creator-connect/browser';
import type { GatewayDoor } from './doors/gateway';
import type { Mail } from './doors/mailbox';
import { sayGoodMorning } from './doors/morning';
import { eventually } from './doors/wait';
import { accountInState, connectByLink, signIn, type Influencer, type SocialAccount } from './journeys/people';
import { connectingPictures } from './pictures/connecting';
import { folder, take, takeMail, windowOf, type View } from './pictures/pictures';
import { Story } from './story';
import { systemStatus } from './system-status';

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

/** Somebody of an organisation’s roster, with the account of one of the sandbox’s personas. */
async function creatorOf(
  story: Story,
  admin: GatewayDoor,
  name: string,
  account?: [platform: 'instagram' | 'tiktok' | 'youtube', personaName: string],
): Promise<{ influencer: Influencer; account?: SocialAccount }> {
  const email = `hello@${name.toLowerCase().replaceAll(' ', '-')}.example`;
  const { id } = await admin.post<{ id: string }>('/v1/influencers', { name, email });
  const influencer = { id, email };
  return { influencer, ...(account && { account: await connectByLink(story, admin, influencer, ...account) }) };
}

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const story = await Story.begin(systemStatus());
  const browser = await openChromium();
  try {
    const admin = await story.admin();
    const garden = await creatorOf(story, admin, 'Tiny Balcony Garden');
    const harbour = await creatorOf(story, admin, 'Harbour Kitchen');
    const snacks = await creatorOf(story, admin, 'Seoul Snacks', ['tiktok', 'TikTok korea']);
    const travel = await creatorOf(story, admin, 'Slow Travel Notes', ['youtube', 'YouTube creator']);
    const ceramics = await creatorOf(story, admin, 'Ceramics by the Sea', ['instagram', 'Creator Two-Pages']);
    const bakes = await creatorOf(story, admin, 'Alpine Bakes', ['instagram', 'Creator One-Page']);
    const { account } = bakes;
    if (!account) throw new Error('The account is connected');
    const { id: campaignId } = await admin.post<{ id: string }>('/v1/campaigns', {
      name: 'Winter launch',
      startsOn: daysFromNow(-60),
      endsOn: daysFromNow(45),
    });
    for (const { influencer } of [snacks, travel, ceramics, bakes]) {
      await admin.post(`/v1/campaigns/${campaignId}/influencers`, { influencerId: influencer.id });
    }
    for (const { account: one } of [snacks, travel, ceramics, bakes]) {
      const posts = `/v1/posts?socialAccountId=${one!.id}&limit=1`;
      await eventually('a post', async () => (await admin.get<{ items: unknown[] }>(posts)).items.length > 0);
    }
    await story.sandbox.does('creator-two-pages', 'change-password');
    await admin.post(`/v1/social-accounts/${ceramics.account!.id}/collections`);
    await accountInState(admin, ceramics.influencer, 'instagram', { authState: 'REAUTH' });

    const gateway = admin.address;
    await connectingPictures(browser, story, admin, { chooses: garden.influencer, mends: harbour.influencer });
    const creator = await signIn(story, ceramics.influencer);
    const phone = { width: 420, height: 860, colorScheme: 'dark' } as const;
    await take(await windowOf(browser, creator, phone), 'creator', `${gateway}/dashboard`, /Instagram/);
    await signIn(story, ceramics.influencer);
    const security = `${gateway}/dashboard/security`;
    await take(await windowOf(browser, creator, { width: 420, height: 1040 }), 'security', security, /last seen/);
    const pages: [name: string, path: string, text: RegExp, view?: View][] = [
      ['admin', '/admin/influencers', /Alpine Bakes/],
      ['influencer', `/admin/influencers/${bakes.influencer.id}`, /sandbox.one.page/, { height: 940 }],
      ['data', `/admin/influencers/${bakes.influencer.id}?tab=data`, /Followers/, { height: 1745 }],
      ['campaign', `/admin/campaigns/${campaignId}`, /Attention/],
      ['report', `/admin/campaigns/${campaignId}?tab=report`, /By influencer/, { height: 1500 }],
      ['operations', '/admin/operations', /As of/, { height: 730 }],
    ];
    for (const [name, path, text, view] of pages) {
      await take(await windowOf(browser, admin, view), name, `${gateway}${path}`, text);
    }
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
