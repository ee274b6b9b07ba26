import { fitsWidth, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { diagnosisOn, toldAs } from '../src/windows/diagnosis';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { readPrimer } from '../src/windows/primer';
import { consentAtGoogle, consentAtTikTok, refuseAt, signInAsCreator, signInAsMember } from '../src/windows/steps';

/** TikTok and YouTube as a creator meets them, from the press on the dashboard to the collected posts. */
describe('TikTok and YouTube in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let phone: Page;
  let creator: Influencer;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    creator = await addInfluencer(story, await story.admin(), 'browser-platforms');
    phone = await windows.ofSomebody({ width: 390 });
    await signInAsCreator(story, phone, creator.email);
  });

  afterAll(async () => {
    // Others look for these channels as of somebody who is not in the roster.
    await (await story.admin()).call('DELETE', `/v1/influencers/${creator.id}`);
    await windows.close();
    await story.end();
  });

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const card = (name: string) => phone.getByRole('article', { name });
  /** To the platform's own pages, as somebody who is not logged in there. */
  const leaveFor = async (platform: 'TikTok' | 'YouTube', at: 'TikTok' | 'Google') => {
    await phone.context().clearCookies({ domain: `${at.toLowerCase()}.localhost` });
    await phone.goto('/dashboard');
    // What is collected may come meanwhile, and move what a mouse is about to press.
    await phone.getByRole('button', { name: `Add Account: ${platform}` }).press('Enter');
    const primer = phone.getByRole('dialog', { name: `Before you connect ${platform}` });
    await (await readPrimer(primer, platform)).click();
  };
  const connected = async () => {
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    expect(phone.url()).not.toMatch(/code=|state=/);
    expect(phone.context().pages()).toHaveLength(1);
    await phone.getByRole('link', { name: 'To your accounts' }).click();
  };

  describe.each([
    ['TikTok', 'TikTok', 'TikTok left out'],
    ['YouTube', 'Google', 'YouTube hidden counts'],
  ] as const)('%s', (platform, at, persona) => {
    tell('stays calm when the person refuses there, and offers to try again', async () => {
      await leaveFor(platform, at);
      await refuseAt(at === 'TikTok' ? 'tiktok' : 'google', phone, persona);
      await phone.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
      await phone.getByRole('region', { name: 'You did not give your consent' }).waitFor();
      expect(await phone.getByRole('alert').count()).toBe(0);
      await phone.getByRole('button', { name: 'Try again' }).waitFor();
      await phone.getByRole('link', { name: 'Back', exact: true }).click();
      await phone.getByRole('heading', { name: 'Your accounts' }).waitFor();
    });
  });

  tell('connects a TikTok account, and collects its posts', async () => {
    // As slow as a platform may be: the stages can be read while they go on.
    await story.sandbox.fault({
      platform: 'tiktok',
      kind: 'latency',
      milliseconds: 5_000,
      operation: 'tiktok.video.list',
      persona: 'tiktok-left-out',
      times: null,
    });
    await leaveFor('TikTok', 'TikTok');
    await consentAtTikTok(phone, 'TikTok left out');
    await connected();
    const account = card('@sandbox.left.out, TikTok');
    await account.getByText('Authenticated', { exact: true }).waitFor();
    const stages = account.getByRole('list', { name: 'First collection' });
    const each = async () => {
      for (const name of ['Profile', 'Posts', 'Audience'])
        await stages.getByRole('listitem').filter({ hasText: name }).waitFor();
    };
    await each();
    await phone.reload();
    await each();
    await story.sandbox.clearFaults();
    await account.getByText(/Last collected/).waitFor();
    await stages.waitFor({ state: 'detached' });
    expect(await fitsWidth(phone)).toBe(true);
  });

  tell('names what was taken out at TikTok, and asks for it again', async () => {
    await leaveFor('TikTok', 'TikTok');
    await consentAtTikTok(phone, 'TikTok business account', ['video.list']);
    await phone.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
    const told = phone.getByRole('region', { name: 'Permissions are missing' });
    const missing = told.getByRole('region', { name: 'These permissions are missing:' });
    expect(await missing.getByRole('listitem').count()).toBe(1);
    await phone.getByRole('button', { name: 'Ask again for these permissions' }).click();
    // A new grant at TikTok holds no more than was asked for with it, so everything is asked for.
    await phone.getByRole('button', { name: 'Authorize', exact: true }).waitFor();
    const asked = (new URL(phone.url()).searchParams.get('scope') ?? '').split(',');
    expect(asked.toSorted()).toEqual(['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list']);
    await consentAtTikTok(phone, 'TikTok business account');
    await connected();
    await card('@sandbox.business.account, TikTok').getByText('Authenticated', { exact: true }).waitFor();
  });

  tell('connects the channel of the brand account that the person chose at Google', async () => {
    await leaveFor('YouTube', 'Google');
    await consentAtGoogle(phone, 'YouTube brand account', 'Sandbox brand kitchen');
    await connected();
    const channel = card('@sandbox.brand.kitchen, YouTube');
    await channel.getByText('Authenticated', { exact: true }).waitFor();
    await channel.getByText(/Last collected/).waitFor();
  });

  tell('connects with a smaller grant where the rest is enough, and says what it leaves out', async () => {
    await leaveFor('TikTok', 'TikTok');
    await consentAtTikTok(phone, 'TikTok korea under age', ['user.info.profile']);
    await connected();
    const account = card('@TikTok korea under age, TikTok');
    await account.getByText(/^Not granted, so not collected: /).waitFor();
    // Members see that nobody knows its handle, and what to do; no label of the marketplace is guessed.
    const member = await windows.ofSomebody();
    await signInAsMember(member, story.login());
    await member.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    await member.goto(`/admin/influencers/${creator.id}`);
    const seen = member.getByRole('article', { name: '@TikTok korea under age, TikTok' });
    await seen.getByText('Marketplace unknown', { exact: true }).waitFor();
    await seen.getByText('The handle of this account is not known').waitFor();
    const missing = seen.getByRole('list', { name: 'Missing permissions' }).getByRole('listitem');
    expect(await missing.allInnerTexts()).toEqual(['Read access to your additional profile information']);
    const granted = seen.getByRole('list', { name: 'Granted permissions' });
    await granted.getByText('Read access to your public videos on TikTok').waitFor();
    expect(await seen.getByText('Non-TTCM').count()).toBe(0);
    expect(await seen.getByRole('button', { name: /^Send Invite/ }).count()).toBe(0);
    expect(await pageFaults(member)).toEqual(noFaults);
  });

  tell('names what was taken out at Google in its words', async () => {
    await leaveFor('YouTube', 'Google');
    await consentAtGoogle(phone, 'YouTube no analytics');
    const told = phone.getByRole('region', { name: 'Permissions are missing' });
    await told.getByText('View YouTube Analytics reports for your YouTube content').waitFor();
    await phone.getByRole('button', { name: 'Ask again for these permissions' }).waitFor();
  });

  tell('says what to do about a Google account without a channel', async () => {
    await leaveFor('YouTube', 'Google');
    await consentAtGoogle(phone, 'YouTube no channel');
    expect(await diagnosisOn(phone, 'This Google account has no YouTube channel')).toEqual(
      toldAs({ drawing: 'no_channel', action: 'Go to Google again', help: 'youtube-channel' }),
    );
    await phone.getByRole('button', { name: 'Check again' }).waitFor();
    expect(await pageFaults(phone)).toEqual(noFaults);
  });
});
