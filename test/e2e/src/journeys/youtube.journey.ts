import { eventually } from '../doors/wait';
import type { Story } from '../story';
import { accountInState, collectionStopped, connectedCreator } from './people';

/** Journey 6: a YouTube channel from the link to its videos on Kafka, until its owner removes the app at Google. */
export async function youtubeJourney(story: Story): Promise<void> {
  story.narrator.chapter('YouTube: connected, collected, and taken back in the Google account');
  const admin = await story.admin();
  story.narrator.say('The creator opens the link, chooses a Google account and leaves every box ticked.');
  const { influencer, account } = await connectedCreator(story, admin, 'youtube', 'youtube-creator', 'YouTube creator');
  await story.event('AccountAuthorized', account.id);
  story.fact(account.tracked, 'The channel is AUTHENTICATED and tracked.');

  await story.event('ProfileCollected', account.id);
  const videos = await eventually('its public videos with their figures', async () => {
    const collected = story.tap.of('PostCollected', account.id);
    return new Set(collected.map((event) => event.data['platformPostId'])).size > 50 ? collected : undefined;
  });
  story.narrator.event(videos[0]!);
  const names = (event: (typeof videos)[0]) => (event.data['metrics'] as { name: string }[]).map(({ name }) => name);
  story.fact(
    videos.some((event) => names(event).includes('views')) && videos.some((event) => names(event).includes('shares')),
    `${videos.length} PostCollected events are on Kafka: public counts, and what only YouTube Analytics tells.`,
  );

  story.narrator.say('The creator opens "Third-party apps with account access" at Google and removes the app.');
  const { browser } = story.visitor();
  await browser.open(story.sandbox.site('google', '/login?next=%2Fconnections'));
  await browser.press(/Log in as YouTube creator\b/i);
  await browser.press(/^Remove access$/);
  const removed = Date.now();
  const revoked = await story.event('AuthRevoked', account.id);
  story.fact(
    Date.now() - removed < 5_000 && revoked.data['by'] === 'person',
    'A signed security event of Google ends the authorization within five seconds.',
  );
  await accountInState(admin, influencer, 'youtube', { authState: 'NON_AUTH', tracked: false });
  await collectionStopped(story, admin, account.id);
}
