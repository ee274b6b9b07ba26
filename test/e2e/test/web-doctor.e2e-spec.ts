import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { consentAtFacebook, refuseAtFacebook, signInAsCreator } from '../src/windows/steps';

const unfinished = 'One step is missing';
const refused = 'Nothing was connected';
/** Each Facebook profile for which no account can be connected, with the cause that its creator is told. */
const causes: [persona: string, cause: string, heading: string, drawing: string][] = [
  ['Creator No-Page', 'You have no Facebook Page', unfinished, 'no_page'],
  [
    'Creator Page-Without-Instagram',
    'No professional Instagram account is connected to your Page',
    unfinished,
    'page_without_instagram',
  ],
  [
    'Creator Placeholder-Page',
    'Your Instagram account is on a Page that is not really yours',
    unfinished,
    'placeholder_page',
  ],
  ['Creator Business-Owned-Page', 'A business portfolio holds your Page', unfinished, 'page_in_portfolio'],
  ['Creator Page-Not-Ticked', 'No Page was ticked', unfinished, 'page_not_ticked'],
  ['Creator Instagram-Not-Ticked', 'The Instagram account was not ticked', unfinished, 'instagram_not_ticked'],
  [
    'Creator Instagram-On-Another-Page',
    'Your Instagram account is connected to another Page',
    unfinished,
    'on_another_page',
  ],
  ['Creator Refuses', 'You did not give your consent', refused, 'consent_refused'],
];
const personal = { persona: 'Creator Personal-Instagram', id: 'creator-personal-instagram' };

describe('the Instagram doctor in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let phone: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const { email } = await addInfluencer(story, await story.admin(), 'browser-doctor');
    phone = await windows.ofSomebody({ width: 390 });
    await signInAsCreator(story, phone, email);
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const connectAs = async (persona: string) => {
    await phone.context().clearCookies({ domain: 'facebook.localhost' });
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    const decide = persona === 'Creator Refuses' ? refuseAtFacebook : consentAtFacebook;
    await decide(phone, persona);
  };
  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const add = async (persona: string) => {
    await phone.goto('/dashboard');
    await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
    await connectAs(persona);
  };

  describe.each(causes)('%s', (persona, cause, heading, drawing) => {
    tell(`is told: ${cause}`, async () => {
      await add(persona);
      await phone.getByRole('heading', { name: heading }).waitFor();
      const told = phone.getByRole('region', { name: cause });
      expect(await told.getByRole('heading', { name: 'What to do' }).count()).toBe(1);
      const more = told.getByRole('link', { name: 'More about this' });
      expect(await more.getAttribute('href')).toMatch(/^\/help\/[a-z-]+$/);
      const drawn = told.locator('svg[data-cause]');
      await drawn.waitFor();
      expect(await drawn.getAttribute('data-cause')).toBe(drawing);
      expect(await drawn.getAttribute('aria-hidden')).toBe('true');
      // Short: what it is and what to do fit on the screen of a phone.
      expect((await told.boundingBox())!.height).toBeLessThan(600);
      expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
      const ways = ['Check again', 'Go to Facebook again', 'Ask again for these permissions', 'Try again'];
      const offered = await phone.getByRole('main').getByRole('button').allInnerTexts();
      expect(ways).toContain(offered[0]);
      // Calm: nothing here is an error of the person's.
      expect(await phone.getByRole('alert').count()).toBe(0);
    });
  });

  tell('lets the creator discard what they do not want to finish, after one question', async () => {
    await add('Creator No-Page');
    await phone.getByRole('region', { name: 'You have no Facebook Page' }).waitFor();
    await phone.goto('/dashboard');
    const card = phone.getByRole('article', { name: 'New account, Instagram' });
    await card.getByRole('button', { name: 'Discard the setup of New account' }).click();
    const question = phone.getByRole('dialog', { name: 'Discard this setup?' });
    await question.getByText(/taken back at the platform/).waitFor();
    await question.getByRole('button', { name: 'Discard' }).click();
    await question.waitFor({ state: 'hidden' });
    await card.waitFor({ state: 'detached' });

    await add('Creator No-Page');
    await phone.getByRole('region', { name: 'You have no Facebook Page' }).waitFor();
    await phone.getByRole('main').getByRole('button', { name: 'Discard' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await phone.getByText('This setup was discarded, and nothing of it is kept.').waitFor();
    await phone.getByRole('link', { name: 'Back' }).click();
    await phone.getByRole('heading', { name: 'Your accounts' }).waitFor();
  });

  tell('shows a number where nothing explains a failure, and no cause that might be wrong', async () => {
    await story.sandbox.fault({
      platform: 'facebook',
      kind: 'error',
      code: 987,
      operation: 'graph.debug_token',
      times: 9,
    });
    try {
      await add('Creator No-Page');
      await phone.getByText('Reference for support: ').waitFor();
      expect(await phone.getByRole('region', { name: /Page/ }).count()).toBe(0);
    } finally {
      await story.sandbox.clearFaults();
    }
  });

  tell('is told that Facebook gives no access to the Page, and can choose the account as soon as it does', async () => {
    const id = 'creator-other-profile';
    await story.sandbox.does(id, 'withhold-page-token');
    await add('Creator Other-Profile');
    await phone.getByRole('heading', { name: unfinished }).waitFor();
    const told = phone.getByRole('region', { name: 'Facebook gives no access to your Page' });
    await told.getByRole('heading', { name: 'What to do' }).waitFor();
    expect(await told.getByRole('link', { name: 'More about this' }).getAttribute('href')).toBe('/help/page-access');
    expect(await pageFaults(phone)).toEqual(noFaults);
    await story.sandbox.does(id, 'give-page-token');
    await phone.getByRole('button', { name: 'Check again' }).click();
    await phone.getByRole('button', { name: 'Connect this account' }).waitFor();
  });

  tell(
    'leaves "Setup unfinished" on the dashboard, and connects as soon as the cause is gone, without a new login',
    async () => {
      await add(personal.persona);
      await phone.getByRole('region', { name: 'Your Instagram account is a personal one' }).waitFor();
      const address = phone.url();
      await phone.goto('/dashboard');
      await phone.getByText('Setup unfinished', { exact: true }).first().waitFor();
      await phone.goto(address);
      await phone.getByRole('button', { name: 'Check again' }).click();
      await phone.getByText(/nothing has changed yet/).waitFor();
      await story.sandbox.does(personal.id, 'switch-to-professional');
      await phone.getByRole('button', { name: 'Check again' }).click();
      await phone.getByRole('button', { name: 'Connect this account' }).click();
      await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    },
  );

  tell('names the expected account and the one that came back, and offers to add that as a new one', async () => {
    await phone.goto('/dashboard');
    await phone
      .getByRole('article', { name: /, Instagram$/ })
      .getByRole('button', { name: 'Reauth' })
      .click();
    await connectAs('Creator Many-Pages');
    await phone.getByRole('region', { name: 'Another account came back' }).waitFor();
    await phone.getByRole('region', { name: 'Expected:' }).getByText(/^@/).waitFor();
    await phone.getByRole('region', { name: 'Came back:' }).getByText('@sandbox.many.1', { exact: true }).waitFor();
    await phone.getByRole('button', { name: 'Add as new account' }).waitFor();
  });

  tell('names the permissions that are missing in the words of the platform, and asks again for them', async () => {
    await phone.goto('/dashboard');
    await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    // An account is connected by now: a choice without it would cut it off.
    await phone.getByRole('dialog', { name: 'Keep these ticked' }).getByText('@sandbox.personal').waitFor();
    await connectAs('Creator Permission-Not-Ticked');
    await phone.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
    const told = phone.getByRole('region', { name: 'Permissions are missing' });
    await told.getByText('Access insights for the Instagram account connected to your Page').waitFor();
    expect(
      await told.getByRole('region', { name: 'These permissions are missing:' }).getByRole('listitem').count(),
    ).toBe(1);
    await phone.getByRole('button', { name: 'Ask again for these permissions' }).waitFor();
  });
});
