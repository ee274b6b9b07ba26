import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { logInAsGenerated, signInAsCreator } from '../src/windows/steps';

describe('the dashboard of a creator in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let phone: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const influencer = await addInfluencer(story, await story.admin(), 'browser-dashboard');
    phone = await windows.ofSomebody({ width: 390 });
    await signInAsCreator(story, phone, influencer.email);
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell), 120_000);
  const card = (name: RegExp | string) => phone.getByRole('article', { name });

  const leaveFor = async (platform: 'Instagram' | 'TikTok' | 'YouTube') => {
    await phone.getByRole('button', { name: `Add Account: ${platform}` }).click();
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: /^Continue to/ })
      .click();
  };
  const connectTikTok = async (id: `world-tiktok-${number}`) => {
    await logInAsGenerated(story, phone, 'tiktok', id);
    await leaveFor('TikTok');
    await phone.getByRole('button', { name: 'Authorize', exact: true }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
  };

  chapter(
    'shows how far the first collection is, by counts that grow, never stand still for 10 s and survive a reload',
    async () => {
      const slow = {
        platform: 'tiktok',
        operation: 'tiktok.video.list',
        persona: 'world-tiktok-917',
      };
      await story.sandbox.fault({
        ...slow,
        kind: 'latency',
        milliseconds: 2_500,
        times: 20,
      });
      await connectTikTok('world-tiktok-917');
      const stages = card(/^@emre\.draws\.917, TikTok$/).getByRole('list', {
        name: 'First collection',
      });
      await stages.waitFor();
      const seen: { text: string; at: number }[] = [];
      let reload: { before: string; after: string } | undefined;
      const counted = (text: string) => Number(/Posts (\d+) of \d+/.exec(text)?.[1] ?? 0);
      await eventually(
        'the end of the first collection',
        async () => {
          const text = (await stages.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
          if (text !== seen.at(-1)?.text) seen.push({ text, at: Date.now() });
          if (reload === undefined && counted(text) > 0) {
            await phone.reload();
            await stages.waitFor();
            reload = { before: text, after: (await stages.innerText()).replaceAll(/\s+/g, ' ') };
          }
          return (
            (await card(/917/)
              .getByText(/Last collected/)
              .count()) > 0
          );
        },
        { timeoutMs: 90_000, everyMs: 100 },
      );
      expect(counted(reload!.after)).toBeGreaterThanOrEqual(counted(reload!.before));
      expect(reload!.before).toMatch(/Profile done Posts \d+ of \d{3} is being collected Audience waits/);
      const counts = seen.map(({ text }) => counted(text)).filter((count) => count > 0);
      expect(new Set(counts).size).toBeGreaterThan(2);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      const gaps = seen.slice(1).map(({ at }, index) => at - seen[index]!.at);
      expect(Math.max(...gaps)).toBeLessThan(10_000);
      await story.sandbox.clearFaults();
    },
  );
});
