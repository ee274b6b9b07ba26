import { isDeepStrictEqual } from 'node:util';
import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually, must } from '../src/doors/wait';
import { apply, groupOf, leaveRoster } from '../src/journeys/apply.journey';
import { accountInState, addInfluencer, connectedCreator, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsMember, watchInbox } from '../src/windows/steps';

const small = { id: 'tiktok-unsuitable', name: 'TikTok unsuitable' };
const taken = 'tiktok-under-age';
const declined = 'tiktok-other-country';

interface Message {
  kind: string;
  status: string;
}

/** What an admin does with accounts, mails and applications, as they see it. */
describe('the admin’s work with accounts', () => {
  let story: Story;
  let door: GatewayDoor;
  let windows: Windows;
  let admin: Page;
  let influencer: Influencer;
  let accountId: string;
  let mailedLink: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await story.sandbox.does(small.id, 'set', { followers: 900 });
    const connected = await connectedCreator(story, door, 'tiktok', small.id, small.name);
    influencer = connected.influencer;
    accountId = connected.account.id;
    await eventually('the first collection', async () => (await collection()).lastCollectedAt !== null);
    admin = await windows.ofSomebody();
    await admin.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await signInAsMember(admin, story.login());
    await admin.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await story.sandbox.clearFaults();
    await windows.close();
    await story.end();
  });

  const collection = () =>
    door.get<{ lastCollectedAt: string | null; nextAt: string | null; lastError: string | null }>(
      `/v1/social-accounts/${accountId}/collections`,
    );
  const profile = () => admin.goto(`/admin/influencers/${influencer.id}`);
  const card = () => admin.getByRole('article', { name: /, TikTok$/ });
  const fact = (name: string) =>
    card()
      .locator('dt')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::dd')
      .innerText();
  /** As this window writes moments. Playwright evaluates a string as it is, and calls no function in it. */
  const inWords = (moments: (string | null)[]) =>
    admin.evaluate<string[]>(`${JSON.stringify(moments)}.map((moment) => moment === null ? 'no known end' :
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment)))`);
  const requestMails = async (id: string) =>
    (await door.get<{ items: Message[] }>(`/v1/messages?influencerId=${id}`)).items.filter(
      ({ kind }) => kind === 'authorization-request',
    );

  /** Both themes and the narrowest screen, as the page is now. */
  async function keepsTheRules(): Promise<void> {
    expect(await pageFaults(admin)).toEqual(noFaults);
  }

  const chapter = (title: string, work: () => Promise<void>) => it(title, () => windows.chapter(work));

  chapter('sees who gave which permission in the platform’s words, until when, and the last collection', async () => {
    await profile();
    const granted = card().getByRole('list', { name: 'Granted permissions' });
    await granted.getByText('Read access to your public videos on TikTok').waitFor();
    await card()
      .getByText(/by the creator through a link/)
      .waitFor();
    await card().getByText('Non-TTCM').waitFor();
    await eventually('the card to say what the API says', async () => {
      const { validUntil } = await door.get<{ validUntil: string | null }>(`/v1/social-accounts/${accountId}`);
      const { lastCollectedAt, nextAt } = await collection();
      const known = [validUntil, lastCollectedAt, nextAt];
      must(lastCollectedAt && nextAt, 'it was collected, and will be again');
      await profile();
      const shown = await Promise.all(['Valid until', 'Last collection', 'Next collection'].map(fact));
      return isDeepStrictEqual(shown, await inWords(known));
    });
    expect(await card().getByRole('alert').count()).toBe(0);
    await keepsTheRules();
  });

  chapter(
    'reads that a limit of the platform delays the collection: amber, with the next try, nothing to do',
    async () => {
      await story.sandbox.fault({ platform: 'tiktok', kind: 'throttle', times: null });
      await door.post(`/v1/social-accounts/${accountId}/collections`);
      await eventually('the failure', async () => (await collection()).lastError !== null);
      await profile();
      await card().getByText('The platform asked us to wait: too many requests for now.').waitFor();
      await card()
        .getByText(/the next try is on .* Nobody has to do anything\./)
        .waitFor();
      await card().getByText('Delayed', { exact: true }).waitFor();
      await keepsTheRules();
      await story.sandbox.clearFaults();
    },
  );

  chapter('is shown each rule of the marketplace as met, not met or not known, and can not invite', async () => {
    await profile();
    await card()
      .getByRole('button', { name: /^Send Invite to @/ })
      .click();
    const dialog = admin.getByRole('dialog', { name: /can not be invited yet$/ });
    const rules = dialog.getByRole('list', { name: 'Rules of the Creator Marketplace' }).getByRole('listitem');
    await rules.filter({ hasText: 'Not met' }).filter({ hasText: 'followers are needed' }).waitFor();
    expect(await rules.count()).toBe(7);
    expect(await rules.filter({ hasText: 'Not known' }).count()).toBeGreaterThan(0);
    expect(await dialog.getByRole('button', { name: 'Send Invite' }).count()).toBe(0);
    await keepsTheRules();
    await admin.keyboard.press('Escape');
  });

  chapter('reads the same rules in German, with nothing left in English', async () => {
    const language = admin.getByRole('contentinfo').getByRole('combobox');
    await language.selectOption('Deutsch');
    await card()
      .getByRole('button', { name: /^Einladung senden: @/ })
      .click();
    const dialog = admin.getByRole('dialog', { name: /kann noch nicht eingeladen werden$/ });
    const rules = dialog.getByRole('list', { name: 'Regeln des Creator Marketplace' }).getByRole('listitem');
    await rules
      .filter({ hasText: /^Nicht erfüllt\s*Es braucht mindestens 10\.000 Follower\. Es sind 900\.$/ })
      .waitFor();
    expect((await rules.allInnerTexts()).join(' ')).not.toMatch(/\b(?:must|needed|the|least)\b/i);
    await keepsTheRules();
    await admin.keyboard.press('Escape');
    await language.selectOption('English');
  });

  chapter('is told who can connect a Non-TTCM account, with the link inside the message', async () => {
    await story.sandbox.does(small.id, 'remove-app');
    await accountInState(door, influencer, 'tiktok', { authState: 'NON_AUTH' });
    await profile();
    await card()
      .getByRole('button', { name: /^Connect @/ })
      .click();
    const refusal = admin.getByRole('dialog', { name: /^Only the creator can connect @/ });
    await refusal.getByRole('button', { name: 'Copy link' }).click();
    await refusal.getByText('The link is copied.').waitFor();
    const shown = await refusal.getByLabel('Link for the creator').inputValue();
    expect(shown).toMatch(/\/a\/[\w-]+$/);
    expect(await admin.evaluate('navigator.clipboard.readText()')).toBe(shown);
    await keepsTheRules();
    await admin.keyboard.press('Escape');
  });

  chapter('sees recipient, sender and words before a mail goes, and afterwards what became of it', async () => {
    await profile();
    await card()
      .getByRole('button', { name: /^Copy link for @/ })
      .waitFor();
    const before = (await requestMails(influencer.id)).length;
    await card()
      .getByRole('button', { name: /^Send e-mail about @/ })
      .click();
    const dialog = admin.getByRole('dialog', { name: 'Send this e-mail?' });
    await dialog.getByText(`<${influencer.email}>`).waitFor();
    await dialog.getByText('<creators@acme-talent.example>').waitFor();
    const subject = 'Acme Talent asks you to connect';
    await dialog.getByText(subject).first().waitFor();
    await dialog
      .getByRole('group', { name: 'Text of the e-mail' })
      .getByText(/See what is asked:.*\/a\/…/s)
      .waitFor();
    await keepsTheRules();
    expect(await requestMails(influencer.id)).toHaveLength(before);

    const inbox = await watchInbox(story, influencer.email);
    await tabTo(admin, 'button', 'Send e-mail');
    await admin.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await card().getByText('The mail is on its way.').waitFor();
    mailedLink = await inbox.link(new RegExp(subject), /https?:\/\/\S+\/a\/[\w-]{43}/);
    await card()
      .getByText(/^E-mail of .*: Sent$/)
      .waitFor();
    await keepsTheRules();
  });

  chapter('sees of each link whether it was opened, by a press and by nothing less, and what is finished', async () => {
    await profile();
    const requests = admin.getByRole('region', { name: 'Requests' });
    const newest = requests.getByRole('article').first();
    await newest.getByText(/^Open until /).waitFor();
    await newest.getByText(/^E-mail of .*: Sent · not opened yet$/).waitFor();
    await requests.getByText(/^Finished on /).waitFor();
    await requests.getByText(/^Link copied on .* · link opened on /).waitFor();
    await keepsTheRules();

    const creator = await windows.ofSomebody();
    await creator.goto(mailedLink);
    await creator.getByRole('button', { name: 'Begin' }).waitFor();
    await admin.reload();
    await newest.getByText(/ · not opened yet$/).waitFor();
    await creator.getByRole('button', { name: 'Begin' }).click();
    await creator.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    await creator.context().close();
    await admin.reload();
    await newest.getByText(/^E-mail of .*: Sent · link opened on /).waitFor();
    await card()
      .getByText(/^E-mail of .*: Sent · link opened on /)
      .waitFor();
    await admin.getByRole('tab', { name: 'Mails' }).click();
    await admin
      .getByText(/ · link opened on /)
      .first()
      .waitFor();
    await keepsTheRules();
  });

  chapter('reads when the next mail is possible, once the quota of the day is used up', async () => {
    const refused = { code: 'accounts.link_quota_used', title: 'No links are left.', nextStep: 'Wait.' };
    await admin.route('**/v1/authorization-links', (route) =>
      route.fulfill({ status: 429, headers: { 'retry-after': '7200' }, json: refused }),
    );
    await profile();
    await card()
      .getByRole('button', { name: /^Send e-mail about @/ })
      .click();
    const dialog = admin.getByRole('dialog', { name: 'Send this e-mail?' });
    await dialog.getByRole('button', { name: 'Send e-mail' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/It is possible again from .* on\./)
      .waitFor();
    await keepsTheRules();
    await admin.unroute('**/v1/authorization-links');
  });

  describe('for many at once', () => {
    const word = `bulk${Date.now()}`;
    const people: Influencer[] = [];
    let campaignId: string;

    const panel = (name: RegExp | string) => admin.getByRole('region', { name });
    const select = async (search: string, count: number) => {
      await admin.goto(`/admin/influencers?search=${search}`);
      const all = admin.getByRole('checkbox', { name: `Select all ${count} on this page` });
      if (count > 25) await admin.getByRole('button', { name: 'Show more' }).click();
      await all.focus();
      await admin.keyboard.press('Space');
      await admin.getByText(`${count} selected`).waitFor();
    };

    beforeAll(async () => {
      for (let index = 0; index < 30; index += 1) {
        const email = `${word}-${index}@creators.example`;
        const { id } = await door.post<{ id: string }>('/v1/influencers', { name: `${word} ${index}`, email });
        people.push({ id, email });
      }
      campaignId = (await door.post<{ id: string }>('/v1/campaigns', { name: `Campaign ${word}` })).id;
    });

    chapter(
      'adds to a campaign row by row: it stops, goes on, waits for a limit, and one failure hides nothing',
      async () => {
        await select(word, 30);
        const gone = people[7]!;
        await door.call('DELETE', `/v1/influencers/${gone.id}`);
        let asked = 0;
        let goOn: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (goOn = resolve));
        await admin.route('**/v1/campaigns/*/influencers', async (route) => {
          asked += 1;
          if (asked === 10) await held;
          if (asked !== 15) return route.continue();
          const json = { code: 'request.throttled', title: 'There were too many requests.', nextStep: 'Wait.' };
          return route.fulfill({ status: 429, headers: { 'retry-after': '2' }, json });
        });
        await admin.getByLabel('Campaign or group').selectOption(`Campaign ${word}`);
        await admin.getByRole('button', { name: 'Add to it' }).click();
        const run = panel('30 creators into a campaign');
        await run.getByText('9 done, 0 failed, 21 to go').waitFor();
        await run.getByRole('button', { name: 'Stop' }).click();
        goOn();
        await run.getByText('10 done, 0 failed, 20 to go').waitFor();
        await run.getByText('Stopped. What is done stays done.').waitFor();
        await keepsTheRules();

        // It goes on while another page is looked at.
        await admin.getByRole('link', { name: 'Campaigns' }).click();
        await run.getByRole('button', { name: 'Go on' }).click();
        await run.getByText(/The limit of requests is reached. It goes on by itself at/).waitFor();
        await run.getByText('Finished.').waitFor();
        await run.getByText('29 done, 1 failed, 0 to go').waitFor();
        await run.getByText(`${word} 7: There is no such thing in your organisation.`, { exact: false }).waitFor();
        expect(asked).toBe(31);
        await admin.unroute('**/v1/campaigns/*/influencers');
        await run.getByRole('button', { name: 'Close' }).click();
        await run.waitFor({ state: 'detached' });
        const members = await door.get<{ items: unknown[] }>(`/v1/campaigns/${campaignId}/influencers?limit=100`);
        expect(members.items).toHaveLength(29);
      },
    );

    chapter('mails each once, though the connection is lost and an answer with it', async () => {
      const first = await requestMails(influencer.id);
      await select('unsuitable', 1);
      await admin.getByRole('button', { name: 'Send e-mail' }).click();
      let tries = 0;
      await admin.route('**/v1/authorization-links', async (route) => {
        tries += 1;
        // The service took it, and the answer never came.
        if (tries === 1) {
          await route.fetch();
          await eventually('the mail', async () => (await requestMails(influencer.id)).length > first.length);
        }
        return route.abort('connectionreset');
      });
      const dialog = admin.getByRole('dialog', { name: 'Send this e-mail?' });
      await dialog.getByRole('button', { name: 'Send e-mail' }).click();
      const run = panel('E-mail to 1 creator');
      await run.getByText('The server can not be reached. It goes on by itself as soon as it can.').waitFor();
      await run.getByText('1 done, 0 failed, 0 to go').waitFor();
      expect([tries, (await requestMails(influencer.id)).length]).toEqual([1, first.length + 1]);
      await admin.unroute('**/v1/authorization-links');
      await run.getByRole('button', { name: 'Close' }).click();
    });

    chapter('copies the links of all who need one, and says of whom there is none', async () => {
      const idle = await addInfluencer(story, door, `${word}-unsuitable`);
      await select('unsuitable', 2);
      await admin.getByRole('button', { name: 'Copy links' }).click();
      const run = panel('Links for 2 creators');
      await run.getByText('1 done, 1 failed, 0 to go').waitFor();
      await run.getByText('1 link is copied.', { exact: false }).waitFor();
      expect(await admin.evaluate('navigator.clipboard.readText()')).toMatch(/^tiktok unsuitable: \S+\/a\/[\w-]+$/);
      await run
        .getByText(`${word} unsuitable: There is no account yet that could be authenticated.`, { exact: false })
        .waitFor();
      await keepsTheRules();
      await run.getByRole('button', { name: 'Close' }).click();
      await door.call('DELETE', `/v1/influencers/${idle.id}`);
    });

    afterAll(async () => {
      for (const { id } of people) await door.call('DELETE', `/v1/influencers/${id}`).catch(() => undefined);
    });
  });

  describe('with applications', () => {
    beforeAll(async () => {
      const { url } = (await groupOf(door, 'Open call')).applicationLink;
      const slug = new URL(url).pathname.split('/').at(-1)!;
      for (const persona of [taken, declined]) {
        await leaveRoster(door, persona);
        await apply(story, slug, persona);
      }
    });

    const application = (name: string) => admin.getByRole('article', { name });

    chapter('approves one, who joins the roster, and declines another after a question', async () => {
      await admin.getByRole('link', { name: 'Applications' }).click();
      await application('tiktok under age').getByText('Open call').waitFor();
      await keepsTheRules();
      await admin.getByRole('button', { name: 'Approve tiktok under age' }).click();
      await application('tiktok under age').waitFor({ state: 'detached' });

      await admin.getByRole('button', { name: 'Decline tiktok other country' }).click();
      const question = admin.getByRole('dialog', { name: 'Decline the application of tiktok other country?' });
      await question.getByText(/they are told by mail/).waitFor();
      await keepsTheRules();
      await question.getByRole('button', { name: 'Decline' }).click();
      await application('tiktok other country').waitFor({ state: 'detached' });

      const filter = admin.getByRole('radiogroup', { name: 'Which applications' });
      await filter.getByText('Declined').click();
      await application('tiktok other country')
        .getByText(/The access to the accounts has ended/)
        .waitFor();
      await filter.getByText('Approved').click();
      await application('tiktok under age').getByRole('link', { name: 'tiktok under age' }).click();
      await admin.getByRole('heading', { name: 'tiktok under age', level: 1 }).waitFor();
      await card()
        .getByText(/by the creator with their application/)
        .waitFor();
    });

    chapter('asks everybody of a campaign who needs attention at once, by mail and by copied links', async () => {
      const [second] = (
        await door.get<{ items: Influencer[] }>('/v1/influencers?search=tiktok+under+age&authState=AUTHENTICATED')
      ).items;
      await story.sandbox.does(taken, 'remove-app');
      await accountInState(door, second!, 'tiktok', { authState: 'NON_AUTH' });
      const { id } = await door.post<{ id: string }>('/v1/campaigns', { name: 'Everybody at once' });
      for (const { id: influencerId } of [influencer, second!])
        await door.post(`/v1/campaigns/${id}/influencers`, { influencerId });
      await admin.goto(`/admin/campaigns/${id}`);
      const notice = admin.getByRole('alert', { name: 'Attention' });
      await notice.getByText('Attention: 2 accounts need their owner').waitFor();
      const inboxes = [await watchInbox(story, influencer.email), await watchInbox(story, second!.email)];
      await notice.getByRole('button', { name: 'E-mail all' }).click();
      const dialog = admin.getByRole('dialog', { name: 'Send this e-mail?' });
      await dialog.getByText('One more creator gets a mail of their own like this one.').waitFor();
      await keepsTheRules();
      await dialog.getByRole('button', { name: 'Send e-mail' }).click();
      const mailed = admin.getByRole('region', { name: 'E-mails to 2 creators' });
      await mailed.getByText('2 done, 0 failed, 0 to go').waitFor();
      for (const inbox of inboxes)
        expect(await inbox.link(/asks you to connect @\S+ on \S+$/, /https?:\/\/\S+\/a\/[\w-]{43}/)).toBeTruthy();
      await keepsTheRules();
      await mailed.getByRole('button', { name: 'Close' }).click();

      await notice.getByRole('button', { name: 'Copy all links' }).click();
      const copied = admin.getByRole('region', { name: 'Links for 2 creators' });
      await copied.getByText('2 links are copied.', { exact: false }).waitFor();
      const lines = String(await admin.evaluate('navigator.clipboard.readText()')).split('\n');
      expect(lines.map((line) => line.replace(/https?:\/\/\S+\/a\/[\w-]{43}$/, '…')).toSorted()).toEqual([
        'tiktok under age: …',
        'tiktok unsuitable: …',
      ]);
      await copied.getByRole('button', { name: 'Close' }).click();
    });
  });
});
