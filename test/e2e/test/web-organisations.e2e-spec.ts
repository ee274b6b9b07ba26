import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { furtherOrganisation } from '../src/journeys/further-organisation';
import { addInfluencer, connectByLink, connectedCreator } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsCreator } from '../src/windows/steps';

const persona = 'tiktok-for-two';

/** One person, one mailbox, two rosters that know nothing of each other. */
describe('a creator whom two organisations work with, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let phone: Page;
  let handles: { tiktok: string; youtube: string };

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const acme = await story.admin();
    const { door: south } = await furtherOrganisation(story, acme, 'South Agency');
    const { influencer, account } = await connectedCreator(story, acme, 'tiktok', persona, 'TikTok for two');
    const there = await addInfluencer(story, south, persona);
    const channel = await connectByLink(story, south, there, 'youtube', 'YouTube hidden counts');
    handles = { tiktok: `${account.handle}`, youtube: `${channel.handle}` };
    phone = await windows.ofSomebody({ width: 390 });
    await signInAsCreator(story, phone, influencer.email);
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const card = (platform: 'TikTok' | 'YouTube') => phone.getByRole('article', { name: new RegExp(`, ${platform}$`) });
  const switcher = () => phone.getByRole('banner').getByRole('combobox', { name: 'Organisation' });
  const shown = () => switcher().locator('option:checked').innerText();

  chapter('signs in once, and sees the accounts of one of them', async () => {
    await card('TikTok').getByText('Authenticated', { exact: true }).waitFor();
    expect(await shown()).toBe('Acme Talent');
    expect(await switcher().locator('option').allInnerTexts()).toEqual(['Acme Talent', 'South Agency']);
    expect(await card('YouTube').count()).toBe(0);
    expect(await phone.locator('main').innerText()).not.toContain(handles.youtube);
    expect(await pageFaults(phone)).toEqual(noFaults);
  });

  chapter('switches on the dashboard, and sees the accounts of the other one alone', async () => {
    await switcher().selectOption('South Agency');
    await card('YouTube').getByText('Authenticated', { exact: true }).waitFor();
    expect(await shown()).toBe('South Agency');
    expect(await card('TikTok').count()).toBe(0);
    expect(await phone.locator('main').innerText()).not.toContain(handles.tiktok);
    expect(await phone.locator('main').innerText()).not.toContain('Acme Talent');
    await phone.reload();
    await card('YouTube').waitFor();
    expect(await card('TikTok').count()).toBe(0);
  });

  chapter('and goes back', async () => {
    await switcher().selectOption('Acme Talent');
    await card('TikTok').getByText('Authenticated', { exact: true }).waitFor();
    expect(await card('YouTube').count()).toBe(0);
    expect(await phone.locator('main').innerText()).not.toContain(handles.youtube);
  });
});
