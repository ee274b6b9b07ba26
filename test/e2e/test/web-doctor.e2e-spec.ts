import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { diagnosisOn, toldAs } from '../src/windows/diagnosis';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { consentAtFacebook, logInAsGenerated, refuseAtFacebook, signInAsCreator } from '../src/windows/steps';

const unfinished = 'One step is missing';
const refused = 'Nothing was connected';
const [checkAgain, goAgain] = ['Check again', 'Go to Facebook again'];
/** Each Facebook profile for which no account can be connected, with what its creator is told, its one way out and its help. */
const causes: [persona: string, cause: string, heading: string, drawing: string, action: string, help: string][] = [
  ['Creator No-Page', 'You have no Facebook Page', unfinished, 'no_page', checkAgain, 'facebook-page'],
  [
    'Creator Page-Without-Instagram',
    'No professional Instagram account is connected to your Page',
    unfinished,
    'page_without_instagram',
    checkAgain,
    'link-page',
  ],
  [
    'Creator Placeholder-Page',
    'Your Instagram account is on a Page that is not really yours',
    unfinished,
    'placeholder_page',
    goAgain,
    'placeholder-page',
  ],
  [
    'Creator Business-Owned-Page',
    'A business portfolio holds your Page',
    unfinished,
    'page_in_portfolio',
    checkAgain,
    'page-access',
  ],
  ['Creator Page-Not-Ticked', 'No Page was ticked', unfinished, 'page_not_ticked', goAgain, 'facebook-permissions'],
  [
    'Creator Instagram-Not-Ticked',
    'The Instagram account was not ticked',
    unfinished,
    'instagram_not_ticked',
    goAgain,
    'facebook-permissions',
  ],
  [
    'Creator Instagram-On-Another-Page',
    'Your Instagram account is connected to another Page',
    unfinished,
    'on_another_page',
    goAgain,
    'another-page',
  ],
  ['Creator Refuses', 'You did not give your consent', refused, 'consent_refused', 'Try again', 'consent-refused'],
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
  /** Which accounts have to stay ticked is read, and then one goes on. */
  const leaveKept = () =>
    phone
      .getByRole('dialog', { name: 'Keep these ticked' })
      .getByRole('button', { name: 'Continue to Facebook' })
      .click();
  /** Without a mouse. */
  const press = async (button: string) => {
    await tabTo(phone, 'button', button);
    await phone.keyboard.press('Enter');
  };
  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const add = async (persona: string) => {
    await phone.goto('/dashboard');
    await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
    await connectAs(persona);
  };

  describe.each(causes)('%s', (persona, cause, heading, drawing, action, help) => {
    tell(`is told: ${cause}`, async () => {
      await add(persona);
      await phone.getByRole('heading', { name: heading }).waitFor();
      expect(await diagnosisOn(phone, cause)).toEqual(toldAs({ drawing, action, help }));
      expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
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
    expect(await pageFaults(phone)).toEqual(noFaults);
    await question.getByRole('button', { name: 'Discard' }).click();
    await question.waitFor({ state: 'hidden' });
    await card.waitFor({ state: 'detached' });

    await add('Creator No-Page');
    await phone.getByRole('region', { name: 'You have no Facebook Page' }).waitFor();
    await press('Discard');
    await phone.getByRole('dialog', { name: 'Discard this setup?' }).waitFor();
    // Whoever thinks better of it is where they were.
    await phone.keyboard.press('Escape');
    await phone.getByRole('button', { name: 'Discard' }).and(phone.locator(':focus')).waitFor();
    await phone.keyboard.press('Enter');
    await phone.getByRole('dialog', { name: 'Discard this setup?' }).waitFor();
    await press('Discard');
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
      expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
    } finally {
      await story.sandbox.clearFaults();
    }
  });

  tell('is told that Facebook gives no access to the Page, and can choose the account as soon as it does', async () => {
    const id = 'creator-other-profile';
    await story.sandbox.does(id, 'withhold-page-token');
    await add('Creator Other-Profile');
    await phone.getByRole('heading', { name: unfinished }).waitFor();
    expect(await diagnosisOn(phone, 'Facebook gives no access to your Page')).toEqual(
      toldAs({ drawing: 'page_access_missing', action: checkAgain, help: 'page-access' }),
    );
    expect(await pageFaults(phone)).toEqual(noFaults);
    await story.sandbox.does(id, 'give-page-token');
    await phone.getByRole('button', { name: 'Check again' }).click();
    await phone.getByRole('button', { name: 'Connect this account' }).waitFor();
  });

  tell(
    'leaves "Setup unfinished" on the dashboard, and connects as soon as the cause is gone, without a new login',
    async () => {
      await add(personal.persona);
      expect(await diagnosisOn(phone, 'Your Instagram account is a personal one')).toEqual(
        toldAs({ drawing: 'personal_account', action: checkAgain, help: 'instagram-account-type' }),
      );
      expect(await pageFaults(phone)).toEqual(noFaults);
      const address = phone.url();
      await phone.goto('/dashboard');
      await phone.getByText('Setup unfinished', { exact: true }).first().waitFor();
      await phone.goto(address);
      await phone.getByRole('button', { name: 'Check again' }).waitFor();
      await press('Check again');
      await phone.getByText(/nothing has changed yet/).waitFor();
      await story.sandbox.does(personal.id, 'switch-to-professional');
      await press('Check again');
      await phone.getByRole('button', { name: 'Connect this account' }).click();
      await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    },
  );

  tell('heals as soon as the creator has linked the Instagram account to the Page at Facebook', async () => {
    const id = 'world-instagram-945';
    await story.sandbox.does(id, 'unlink-instagram');
    await phone.context().clearCookies({ domain: 'facebook.localhost' });
    await logInAsGenerated(story, phone, 'facebook', id);
    await phone.goto('/dashboard');
    await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    await leaveKept();
    await consentAtFacebook(phone);
    await phone.getByRole('region', { name: 'No professional Instagram account is connected to your Page' }).waitFor();
    await phone.getByRole('button', { name: 'Check again' }).click();
    await phone.getByText(/nothing has changed yet/).waitFor();
    await story.sandbox.does(id, 'relink-instagram');
    await phone.getByRole('button', { name: 'Check again' }).click();
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
  });

  tell('names the expected account and the one that came back, and adds that as a new one beside it', async () => {
    await phone.goto('/dashboard');
    await phone.context().clearCookies({ domain: 'facebook.localhost' });
    await logInAsGenerated(story, phone, 'facebook', 'world-instagram-942');
    await phone
      .getByRole('article', { name: '@sandbox.personal, Instagram' })
      .getByRole('button', { name: 'Reauth' })
      .click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    await leaveKept();
    await consentAtFacebook(phone);
    expect(await diagnosisOn(phone, 'Another account came back')).toEqual(
      toldAs({ drawing: 'expected_not_offered', action: 'Try again', help: 'other-account' }),
    );
    await phone.getByRole('region', { name: 'Expected:' }).getByText('@sandbox.personal', { exact: true }).waitFor();
    const other = await phone.getByRole('region', { name: 'Came back:' }).getByText(/^@/).innerText();
    expect(await pageFaults(phone)).toEqual(noFaults);
    await phone.getByRole('button', { name: 'Add as new account' }).click();
    await leaveKept();
    await consentAtFacebook(phone);
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    for (const handle of [other, '@sandbox.personal'])
      await phone
        .getByRole('article', { name: `${handle}, Instagram` })
        .getByText('Authenticated', { exact: true })
        .waitFor();
  });

  tell(
    'names the permissions that are missing in the words of the platform, and asks until they are there',
    async () => {
      await phone.goto('/dashboard');
      await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
      await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
      // An account is connected by now: a choice without it would cut it off.
      await phone.getByRole('dialog', { name: 'Keep these ticked' }).getByText('@sandbox.personal').waitFor();
      await connectAs('Creator Permission-Not-Ticked');
      const insights = 'Access insights for the Instagram account connected to your Page';
      const isTold = async () => {
        await phone.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
        const told = phone.getByRole('region', { name: 'Permissions are missing' });
        await told.getByText(insights).waitFor();
        const missing = told.getByRole('region', { name: 'These permissions are missing:' });
        expect(await missing.getByRole('listitem').count()).toBe(1);
      };
      await isTold();
      expect(await diagnosisOn(phone, 'Permissions are missing')).toEqual(
        toldAs({
          drawing: 'permissions_not_ticked',
          action: 'Ask again for these permissions',
          help: 'facebook-permissions',
        }),
      );
      expect(await pageFaults(phone)).toEqual(noFaults);
      const askAgain = async (tick: boolean) => {
        await phone.getByRole('button', { name: 'Ask again for these permissions' }).click();
        await leaveKept();
        // Nothing else is asked for once more.
        await phone.getByRole('checkbox').first().waitFor();
        expect(await phone.getByRole('checkbox').count()).toBe(1);
        await phone.getByRole('checkbox', { name: /instagram_manage_insights/ }).setChecked(tick);
        await phone.getByRole('button', { name: 'Next', exact: true }).click();
        await phone.getByRole('button', { name: 'Done', exact: true }).click();
      };
      await askAgain(false);
      await isTold();
      await askAgain(true);
      await phone.getByRole('button', { name: 'Connect this account' }).click();
      await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
      await phone.getByRole('link', { name: 'To your accounts' }).click();
      const card = phone.getByRole('article', { name: '@sandbox.no.insights, Instagram' });
      await card.getByText('Authenticated', { exact: true }).waitFor();
      expect(await card.getByText(insights).count()).toBe(0);
    },
  );
});
