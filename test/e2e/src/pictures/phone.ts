import type { Browser as Chromium } from '@creator-connect/browser';
import type { GatewayDoor } from '../doors/gateway';
import { accountInState, connectByLink, signIn } from '../journeys/people';
import type { Story } from '../story';
import { take, windowOf } from './pictures';
import { connectAndCollect, connected } from './roster';

const DAY_SECONDS = 86_400;

/** A creator’s own accounts on a phone: one to renew, one that ends soon, one that is just being collected. */
export async function phonePictures(browser: Chromium, story: Story, admin: GatewayDoor): Promise<void> {
  const { influencer, account } = await connected(story, admin, 'Paper and Ink', 'youtube', 'YouTube everyday');
  await story.sandbox.does('youtube-everyday', 'expire-refresh-token');
  await story.sandbox.does('youtube-everyday', 'expire-access-token');
  await admin.post(`/v1/social-accounts/${account.id}/authorization/verifications`);
  await accountInState(admin, influencer, 'youtube', { authState: 'REAUTH' });
  await story.sandbox.does('creator-other-profile', 'rename-instagram', { username: 'paper.and.ink' });
  await story.sandbox.setting({ facebook: { dataAccessSeconds: 10 * DAY_SECONDS } });
  await connectAndCollect(story, admin, influencer, 'instagram', 'Creator Other-Profile');
  await story.sandbox.setting({ facebook: { dataAccessSeconds: 90 * DAY_SECONDS } });
  await story.sandbox.fault({
    platform: 'tiktok',
    operation: 'tiktok.video.list',
    persona: 'tiktok-busy',
    kind: 'latency',
    milliseconds: 2_500,
    times: 20,
  });
  await story.sandbox.does('tiktok-busy', 'rename', { handle: 'paper.and.ink' });
  await connectByLink(story, admin, influencer, 'tiktok', 'TikTok busy');

  const creator = await signIn(story, influencer);
  const dashboard = `${admin.address}/dashboard`;
  const phone = await windowOf(browser, creator, { width: 420, height: 1420, colorScheme: 'dark' });
  await take(phone, 'creator', dashboard, /\d of \d{3}/);
  await story.sandbox.clearFaults();
  // In a second browser as well, which the page then names.
  await signIn(story, influencer);
  const security = await windowOf(browser, creator, { width: 420, height: 1040 });
  await take(security, 'security', `${dashboard}/security`, /last seen/);
}
