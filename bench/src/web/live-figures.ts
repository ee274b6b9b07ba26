import type { Page } from '@creator-connect/browser';
import {
  connect,
  connectedCreator,
  creatorOnPhone,
  signIn,
  signInAsMember,
  type Story,
  type Windows,
} from '@creator-connect/e2e';
import { limitFigure, type Figure } from '../figures';
import { bareLatencies, percentile } from '../latency';
import { watchState } from './watch-state';

const rounds = 20;

/**
 * From the time an account's change of state bears until pages that are open show it, without a reload: a profile, the
 * dashboard of its creator, and after a repair a campaign, whose red notice goes.
 */
export async function liveFigures(story: Story, windows: Windows, brokers: string[]): Promise<Figure[]> {
  const door = await story.admin();
  const persona = 'TikTok korea eligible';
  const { influencer, account } = await connectedCreator(story, door, 'tiktok', 'tiktok-korea-eligible', persona);
  const creator = await signIn(story, influencer);
  // Each in a window of its own: a tab in the background paints once a second.
  const memberWindow = async () => {
    const window = await windows.ofSomebody();
    await signInAsMember(window, story.login());
    await window.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    return window;
  };
  const page = await memberWindow();
  await page.goto(`/admin/influencers/${influencer.id}`);
  const card = page.getByRole('article', { name: `@${account.handle}` });
  await card.getByText('Authenticated', { exact: true }).waitFor();
  const { id } = await door.post<{ id: string }>('/v1/campaigns', { name: 'Live figures' });
  await door.post(`/v1/campaigns/${id}/influencers`, { influencerId: influencer.id });
  const campaign = await memberWindow();
  await campaign.goto(`/admin/campaigns/${id}`);
  await campaign.getByRole('heading', { name: 'Live figures', level: 1 }).waitFor();
  const phone = await creatorOnPhone(story, windows, influencer.email);
  await phone.getByRole('article').getByText('Authenticated', { exact: true }).waitFor();
  const taken: number[] = [];
  const onPhone: number[] = [];
  const gone: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const since = new Date();
    await Promise.all([page, phone].map((open) => open.evaluate(watchState('Revoked'))));
    await story.sandbox.does('tiktok-korea-eligible', 'remove-app');
    taken.push(await shownAfter(page, story, account.id, since));
    onPhone.push(await shownAfter(phone, story, account.id, since));
    await campaign.getByRole('alert', { name: 'Attention' }).waitFor();
    await campaign.evaluate(watchNotice);
    // TikTok's messages bear whole seconds and no id: two removals in one second would be one message that comes twice.
    await new Promise((wait) => setTimeout(wait, 1_000));
    const healing = new Date();
    await Promise.all([page, phone].map((open) => open.evaluate(watchState('Authenticated'))));
    await connect(creator, 'tiktok', persona, account.id);
    taken.push(await shownAfter(page, story, account.id, healing));
    onPhone.push(await shownAfter(phone, story, account.id, healing));
    gone.push(await shownAfter(campaign, story, account.id, healing));
  }
  const bare = await bareLatencies(brokers, rounds);
  const figures = (what: string, of: number[]) => [
    limitFigure(`${what}, p50`, 'ms', percentile(of, 0.5), Infinity, percentile(bare, 0.5)),
    limitFigure(`${what}, p95`, 'ms', percentile(of, 0.95), 2_000, percentile(bare, 0.95)),
  ];
  return [
    ...figures('change of state → open profile', taken),
    ...figures('change of state → open dashboard of its creator', onPhone),
    ...figures('repair → Attention gone', gone),
  ];
}

async function shownAfter(page: Page, story: Story, accountId: string, since: Date): Promise<number> {
  const shownAt = await page.evaluate<number>('globalThis.shown');
  const { time } = await story.tap.see('AccountStateChanged', accountId, since);
  return shownAt - new Date(time).getTime();
}

const watchNotice = `void (globalThis.shown = new Promise((done) => {
  const observer = new MutationObserver(() => {
    if (document.querySelector('main [role=alert][aria-label=Attention]')) return;
    observer.disconnect();
    requestAnimationFrame(() => done(Date.now()));
  });
  observer.observe(document.body, { subtree: true, childList: true });
}))`;
