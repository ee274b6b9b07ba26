import { eventually } from '../doors/wait';
import type { Story } from '../story';
import { accountInState, addInfluencer, connect, copyLink, knownAccount, openLink, type SocialAccount } from './people';

/** Journey 1: from "please connect your Instagram" to posts on Kafka. */
export async function connectJourney(story: Story): Promise<void> {
  story.narrator.chapter('Connect: a creator authenticates Instagram');
  const admin = await story.admin();

  const refusal = await admin.refusal('POST', '/v1/influencers', {
    name: 'Not this way',
    email: 'not-this-way@creators.example',
    socialAccounts: [{ platform: 'instagram', handle: 'not.this.way' }],
  });
  story.fact(
    refusal.code === 'accounts.instagram_not_authenticated',
    'An influencer can not be added with an Instagram account that is not authenticated; the refusal says what to do.',
  );

  const influencer = await addInfluencer(story, admin, 'creator-one-page');
  story.narrator.say('The admin adds the influencer without the account and copies an authorization link.');
  const link = await copyLink(admin, influencer, 'instagram');

  const creator = story.visitor();
  const asked = await openLink(story, creator, link, influencer.email);
  const known = await knownAccount(admin, influencer, 'instagram');
  story.fact(
    asked === !known,
    known
      ? 'The account is known from an earlier telling, so the platform will be the proof and no code is asked.'
      : 'Who opens the link proves with a mailed code to be the invited person.',
  );

  story.narrator.say('The creator consents at Facebook, picks the Page and confirms.');
  const done = await connect(creator, 'instagram', 'Creator One-Page', known);
  story.fact(done.status === 'DONE', 'The connection is finished.');

  const account: SocialAccount = await accountInState(admin, influencer, 'instagram', { authState: 'AUTHENTICATED' });
  const authorized = await story.event('AccountAuthorized', account.id);
  const changed = await story.event('AccountStateChanged', account.id);
  story.fact(account.tracked, `The account is AUTHENTICATED and tracked.`);

  const profile = await story.event('ProfileCollected', account.id);
  const posts = await eventually('60 posts with their figures', async () => {
    const collected = story.tap.of('PostCollected', account.id);
    return new Set(collected.map((event) => event.data['platformPostId'])).size >= 60 ? collected : undefined;
  });
  story.narrator.event(posts[0]!);
  const followed = new Set([authorized, changed, profile, ...posts].map(({ correlationId }) => correlationId));
  story.fact(followed.size === 1, 'One correlation id leads from the consent to every collected post.');
  story.fact(true, `${posts.length} PostCollected events are on Kafka.`);
  const measured = posts.filter((event) =>
    (event.data['metrics'] as { name: string }[]).some(({ name }) => name === 'reach'),
  );
  story.fact(measured.length > 0, `${measured.length} of them carry insights such as reach.`);

  const first = await admin.get<{ items: unknown[]; nextCursor: string | null }>(
    `/v1/posts?socialAccountId=${account.id}&limit=50`,
  );
  story.fact(first.items.length === 50 && first.nextCursor, 'The same posts are listed by the API, page by page.');

  const campaign = await admin.post<{ id: string }>('/v1/campaigns', { name: 'Without dates' });
  await admin.post(`/v1/campaigns/${campaign.id}/influencers`, { influencerId: influencer.id });
  const { totals, missing } = await admin.get<{
    totals: { posts: number; reach: number | null; views: number | null };
    missing: unknown[];
  }>(`/v1/campaigns/${campaign.id}/report`);
  story.fact(
    totals.posts >= 60 && (totals.reach ?? 0) > 0 && (totals.views ?? 0) > 0 && missing.length === 0,
    `A campaign with the creator reports ${totals.posts} posts that reached ${totals.reach} accounts; nothing is missing.`,
  );
}
