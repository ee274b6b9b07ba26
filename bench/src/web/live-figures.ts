import type { Page } from '@creator-connect/browser';
import { connect, connectedCreator, signIn, signInAsMember, type Story, type Windows } from '@creator-connect/e2e';
import { limitFigure, type Figure } from '../figures';
import { bareLatencies, percentile } from '../latency';

const rounds = 20;

/** From the time an account's change of state bears until a profile that is open shows it, without a reload. */
export async function liveFigures(story: Story, windows: Windows, brokers: string[]): Promise<Figure[]> {
  const door = await story.admin();
  const persona = 'TikTok korea eligible';
  const { influencer, account } = await connectedCreator(story, door, 'tiktok', 'tiktok-korea-eligible', persona);
  const creator = await signIn(story, influencer);
  const page = await windows.ofSomebody();
  await signInAsMember(page, story.login());
  await page.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  await page.goto(`/admin/influencers/${influencer.id}`);
  const card = page.getByRole('article', { name: `@${account.handle}` });
  await card.getByText('Authenticated', { exact: true }).waitFor();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const since = new Date();
    await page.evaluate(watch('Revoked'));
    await story.sandbox.does('tiktok-korea-eligible', 'remove-app');
    taken.push(await shownAfter(page, story, account.id, since));
    // TikTok's messages bear whole seconds and no id: two removals in one second would be one message that comes twice.
    await new Promise((wait) => setTimeout(wait, 1_000));
    const healing = new Date();
    await page.evaluate(watch('Authenticated'));
    await connect(creator, 'tiktok', persona, account.id);
    taken.push(await shownAfter(page, story, account.id, healing));
  }
  const bare = await bareLatencies(brokers, rounds);
  const figure = (share: number, name: string, most: number) =>
    limitFigure(`change of state → open page, ${name}`, 'ms', percentile(taken, share), most, percentile(bare, share));
  return [figure(0.5, 'p50', Infinity), figure(0.95, 'p95', 2_000)];
}

async function shownAfter(page: Page, story: Story, accountId: string, since: Date): Promise<number> {
  const shownAt = await page.evaluate<number>('globalThis.shown');
  const { time } = await story.tap.see('AccountStateChanged', accountId, since);
  return shownAt - new Date(time).getTime();
}

const watch = (state: string) => `void (globalThis.shown = new Promise((done) => {
  const observer = new MutationObserver(() => {
    const badges = [...document.querySelectorAll('article .mantine-Badge-label')];
    if (!badges.some(({ textContent }) => textContent === '${state}')) return;
    observer.disconnect();
    requestAnimationFrame(() => done(Date.now()));
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}))`;
