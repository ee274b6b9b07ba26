import type { Locator, Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { addInfluencer, accountsOf } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { consentAtFacebook, consentAtGoogle, logInAsGenerated, signInAsCreator } from '../src/windows/steps';
import type { GatewayDoor } from '../src';
import type { Influencer } from '../src/journeys/people';

/** The dashboard from the first collection of an account to five of them, each in another state. */
describe('the dashboard of a creator in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let influencer: Influencer;
  let phone: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-dashboard', [
      { platform: 'youtube', handle: 'fatima.sews.905' },
    ]);
    phone = await windows.ofSomebody({ width: 390 });
    await signInAsCreator(story, phone, influencer.email);
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell));
  const card = (name: RegExp | string) => phone.getByRole('article', { name });
  /** What its badge says; buttons have words like these, too. */
  const state = (name: RegExp | string, told: string) =>
    card(name).locator('.mantine-Badge-root').getByText(told, { exact: true });
  /** At the platform, and then somebody looks whether the permission still lives. */
  const loses = async (handle: string, persona: string, how: string) => {
    await story.sandbox.does(persona, how);
    const account = (await accountsOf(door, influencer)).find((one) => one.handle === handle)!;
    await door.post(`/v1/social-accounts/${account.id}/authorization/verifications`);
  };
  const primaryActions = (where: Locator) => where.locator('[data-variant="filled"]:is(button, a)');

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

  chapter('shows how far the first collection is, by counts that grow and survive a reload', async () => {
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
    const seen: string[] = [];
    let reload: { before: string; after: string } | undefined;
    const counted = (text: string) => Number(/Posts (\d+) of \d+/.exec(text)?.[1] ?? 0);
    await eventually(
      'the end of the first collection',
      async () => {
        const text = (await stages.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
        if (text !== seen.at(-1)) seen.push(text);
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
    const counts = seen.map(counted).filter((count) => count > 0);
    expect(new Set(counts).size).toBeGreaterThan(2);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    // TikTok takes 2.5 s here for each page of twenty posts: no more than four of them pass between two counts.
    const steps = counts.slice(1).map((count, index) => count - counts[index]!);
    expect(Math.max(...steps)).toBeLessThanOrEqual(4 * 20);
    await story.sandbox.clearFaults();
  });

  chapter('lists every shared Page, and keeps those that lead nowhere, disabled and with their reason', async () => {
    await leaveFor('Instagram');
    await consentAtFacebook(phone, 'Creator Mixed-Pages');
    await phone.getByRole('heading', { name: 'Which account do you want to connect?' }).waitFor();
    const usable = phone.getByRole('checkbox', {
      name: /^@sandbox\.mixed Sandbox mixed/,
    });
    expect(await usable.innerText()).toMatch(/through the Page "Mixed Page"\s+12,700 followers/);
    expect(await usable.locator('img').getAttribute('src')).toMatch(/^https?:/);
    expect(await usable.isEnabled()).toBe(true);
    const others = phone.getByRole('checkbox', { disabled: true });
    const reasons = (await others.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(reasons.toSorted()).toEqual([
      '@sandbox.mixed.placeholder Sandbox mixed placeholder through the Page "Mixed Placeholder" Facebook made this Page itself, or gives you no task on it. Use a Page of your own.',
      'Mixed Empty Page No professional Instagram account is connected to this Page.',
      'Mixed Portfolio Page Facebook keeps this Page back, because a business portfolio holds it. You need a role on the Page itself.',
    ]);
    for (const other of await others.all()) expect(await other.isChecked()).toBe(false);
    expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
    expect((await accountsOf(door, influencer)).filter(({ platform }) => platform === 'instagram')).toEqual([]);
  });

  chapter('keeps the choice that was left open, with one press that leads back to it', async () => {
    await phone.goto('/dashboard');
    const unfinished = card('New account, Instagram');
    await unfinished.getByText('Setup unfinished', { exact: true }).waitFor();
    await phone.reload();
    await unfinished.getByRole('link', { name: 'Finish' }).click();
    await phone.getByRole('heading', { name: 'Which account do you want to connect?' }).waitFor();
    await phone.goBack();
    await unfinished.waitFor();
  });

  chapter('puts the cards that need their owner first, each with one main action', async () => {
    await connectTikTok('world-tiktok-916');
    await leaveFor('YouTube');
    await consentAtGoogle(phone, 'YouTube short lived');
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    await card(/916/).getByText('Authenticated', { exact: true }).waitFor();
    await loses('emre.draws.917', 'world-tiktok-917', 'expire-refresh-token');
    await state(/917/, 'Reauth').waitFor();
    await card(/917/)
      .getByText(/Last collected/)
      .waitFor();
    await state('@sandbox.short.lived, YouTube', 'Authenticated').waitFor();
    const cards = phone.getByRole('main').getByRole('article');
    const told = await Promise.all(
      (await cards.all()).map(async (one) => [
        await one.getAttribute('aria-label'),
        await one.locator('.mantine-Badge-root').innerText(),
        await primaryActions(one).allInnerTexts(),
      ]),
    );
    expect(told).toEqual([
      ['New account, Instagram', 'Setup unfinished', ['Finish']],
      ['@emre.draws.917, TikTok', 'Reauth', ['Reauth']],
      ['@fatima.sews.905, YouTube', 'Non-auth', ['Authenticate']],
      ['@sandbox.short.lived, YouTube', 'Authenticated', ['What is collected']],
      ['@ivo.codes.916, TikTok', 'Authenticated', ['What is collected']],
    ]);
    for (const one of await cards.all()) expect(await one.locator('.mantine-Badge-root svg').count()).toBe(1);
    expect(await pageFaults(phone)).toEqual(noFaults);
    await card(/916/).getByRole('link', { name: 'What is collected' }).click();
    await phone.getByRole('article', { name: '@ivo.codes.916' }).waitFor();
    await phone.goBack();
  });

  chapter('finishes the choice by that press, and connects nothing before it', async () => {
    await card('New account, Instagram').getByRole('link', { name: 'Finish' }).click();
    const confirm = phone.getByRole('button', { name: 'Connect this account' });
    await confirm.waitFor();
    expect((await accountsOf(door, influencer)).map(({ platform }) => platform)).not.toContain('instagram');
    await confirm.click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    const connected = card('@sandbox.mixed, Instagram');
    await connected.getByText('Authenticated', { exact: true }).waitFor();
    await card('New account, Instagram').waitFor({ state: 'detached' });
  });

  chapter('tells the news without taking the focus', async () => {
    // In the card that another one is about to pass.
    const held = card(/916/).getByRole('button', { name: /^Pause/ });
    await held.focus();
    await loses('sandbox.mixed', 'creator-mixed-pages', 'change-password');
    await phone.getByRole('status').getByText('@sandbox.mixed: Reauth').waitFor();
    await state('@sandbox.mixed, Instagram', 'Reauth').waitFor();
    expect(await held.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await phone.getByRole('dialog').count()).toBe(0);
  });

  chapter('catches up after a lost connection, with each account there once', async () => {
    await phone.context().setOffline(true);
    await phone.getByText('You are offline').waitFor();
    await story.sandbox.does('world-tiktok-916', 'remove-app');
    await eventually('the change at the service', async () =>
      (await accountsOf(door, influencer)).some(
        ({ handle, authState }) => handle === 'ivo.codes.916' && authState === 'NON_AUTH',
      ),
    );
    await card(/916/).getByText('Authenticated', { exact: true }).waitFor();
    await phone.context().setOffline(false);
    await state(/916/, 'Revoked').waitFor();
    await phone.getByRole('status').getByText('@ivo.codes.916: Revoked').waitFor();
    const names = await phone
      .getByRole('main')
      .getByRole('article')
      .evaluateAll((cards) => cards.map((one) => String(one.getAttribute('aria-label'))));
    expect(names.toSorted()).toEqual([
      '@emre.draws.917, TikTok',
      '@fatima.sews.905, YouTube',
      '@ivo.codes.916, TikTok',
      '@sandbox.mixed, Instagram',
      '@sandbox.short.lived, YouTube',
    ]);
  });
});
