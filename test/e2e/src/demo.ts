/** `npm run demo`: tells the journeys on the running system. A miss ends with exit 1. */
import type { SeenEvent } from './doors/event-tap';
import { applyJourney } from './journeys/apply.journey';
import { connectJourney } from './journeys/connect.journey';
import { discoverJourney } from './journeys/discover.journey';
import { expireAndHealJourney } from './journeys/expire-and-heal.journey';
import { marketplaceJourney } from './journeys/marketplace.journey';
import { revokeJourney } from './journeys/revoke.journey';
import { rotateJourney } from './journeys/rotate.journey';
import { youtubeJourney } from './journeys/youtube.journey';
import { Story, type Narrator } from './story';
import { systemStatus } from './system-status';

const paintOn =
  ({ isTTY }: NodeJS.WriteStream) =>
  (code: number, text: string) =>
    isTTY && !process.env['NO_COLOR'] ? `\u001b[${code}m${text}\u001b[0m` : text;
const paint = paintOn(process.stdout);

const printed: Narrator = {
  chapter: (title) => console.log(`\n${paint(1, title)}`),
  say: (text) => console.log(`  ${text}`),
  fact: (text) => console.log(`  ${paint(32, '✓')} ${text}`),
  event: ({ type, topic, data }: SeenEvent) => {
    const { organisationId: _organisation, influencerId: _influencer, metrics, caption: _caption, ...facts } = data;
    const figures = Array.isArray(metrics) ? ` metrics: ${metrics.length}` : '';
    console.log(paint(2, `    ${topic}  ${type} ${JSON.stringify(facts).slice(0, 160)}${figures}`));
  },
};

async function main(): Promise<void> {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(
      'Usage: npm run demo\n\nTells the journeys on the running system (npm start), and ends with 1 when a printed fact is not so.',
    );
    return;
  }
  const status = systemStatus();
  if (!status.ready) throw new Error('Nothing is running yet. Start the system first: npm start');
  const story: Story = await Story.begin(status, printed);
  try {
    await connectJourney(story);
    await revokeJourney(story);
    await expireAndHealJourney(story);
    await rotateJourney(story);
    await marketplaceJourney(story);
    await youtubeJourney(story);
    await applyJourney(story);
    await discoverJourney(story);
    const leaks = await story.sandbox.leaks();
    story.fact(leaks.length === 0, 'No platform ever saw a token in an address.');
  } finally {
    await story.end();
  }
  console.log(`\n${paint(1, 'That is the whole story.')} Nothing was set behind the doors.`);
}

main().catch((error: unknown) => {
  const { message, cause } = error as Error;
  console.error(
    `\n${paintOn(process.stderr)(31, '✗')} ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`,
  );
  process.exitCode = 1;
});
