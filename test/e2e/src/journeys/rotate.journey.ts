import type { Story } from '../story';
import { accountInState, connectedCreator } from './people';

/** Journey 5: a TikTok access token ends; eight needs at once cause one refresh, and the refresh token rotates. */
export async function rotateJourney(story: Story): Promise<void> {
  story.narrator.chapter('Rotate: TikTok exchanges one refresh token for the next');
  const admin = await story.admin();
  const { influencer, account } = await connectedCreator(
    story,
    admin,
    'tiktok',
    'tiktok-few-views',
    'TikTok few views',
  );
  await story.event('ProfileCollected', account.id);
  await story.sandbox.advanceClock(3 * 3_600);
  const since = new Date().toISOString();

  story.narrator.say(
    'Three hours later at TikTok the access token has ended. Eight things need it in the same moment.',
  );
  const path = `/v1/social-accounts/${account.id}/authorization/verifications`;
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => admin.post<{ outcome: string }>(path)));
  story.fact(
    outcomes.every(({ outcome }) => outcome === 'alive'),
    'All eight got what they needed.',
  );
  const refreshes = await story.sandbox.calls({ platform: 'tiktok', operation: 'tiktok.oauth.refresh', since });
  story.fact(refreshes.length === 1, 'TikTok saw exactly one refresh.');
  const healthy = await accountInState(admin, influencer, 'tiktok', {});
  story.fact(healthy.authState === 'AUTHENTICATED', 'The account stayed AUTHENTICATED.');
}
