import { eventually } from '../doors/wait';
import type { Story } from '../story';
import { accountInState, collectionStopped, connectedCreator, signIn } from './people';

interface Authorization {
  state: string;
  cause: string | null;
  receipt?: { platformToldAt: string | null; tokenDestroyedAt: string | null } | null;
}

/** Journey 4: taken back, once in our dashboard and once at the platform itself. */
export async function revokeJourney(story: Story): Promise<void> {
  story.narrator.chapter('Revoke: the creator takes the permission back');
  const admin = await story.admin();

  const { influencer, account } = await connectedCreator(
    story,
    admin,
    'tiktok',
    'tiktok-few-videos',
    'TikTok few videos',
  );
  await story.event('ProfileCollected', account.id);
  const creator = await signIn(story, influencer);
  await creator.post(`/v1/social-accounts/${account.id}/authorization/revocations`);
  await story.event('AuthRevoked', account.id);
  await accountInState(admin, influencer, 'tiktok', { authState: 'NON_AUTH', tracked: false });
  const receipt = await eventually('the receipt that TikTok was told', async () => {
    const authorization = await creator.get<Authorization>(`/v1/social-accounts/${account.id}/authorization`);
    return authorization.receipt?.platformToldAt ? authorization.receipt : undefined;
  });
  story.fact(receipt.tokenDestroyedAt, 'The tokens are destroyed and TikTok was told to forget the permission.');
  await collectionStopped(story, admin, account.id);

  story.narrator.say('Another creator removes the app in the settings of Facebook.');
  const other = await connectedCreator(story, admin, 'instagram', 'creator-small-audience', 'Creator Small-Audience');
  await story.sandbox.does('creator-small-audience', 'remove-app');
  const revoked = await story.event('AuthRevoked', other.account.id);
  story.fact(
    revoked.data['by'] === 'person' || revoked.data['by'] === 'platform',
    'Its signed callback ends the grant here too.',
  );
  await accountInState(admin, other.influencer, 'instagram', { authState: 'NON_AUTH', tracked: false });
  await collectionStopped(story, admin, other.account.id);
}
