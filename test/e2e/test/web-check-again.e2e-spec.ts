import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { accountInState, addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { creatorOnPhone, logInAsGenerated } from '../src/windows/steps';

const persona = 'world-instagram-946';

/** Somebody takes their Instagram account from its Page and links it again: nothing else heals it, and no new consent is needed. */
describe('an account that is no longer linked to its Page, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let influencer: Influencer;
  let phone: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-unlinked');
    phone = await creatorOnPhone(story, windows, influencer.email);
    await logInAsGenerated(story, phone, 'facebook', persona);
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell));
  const card = () => phone.getByRole('article', { name: /, Instagram$/ });
  const state = (told: string) => card().locator('.mantine-Badge-root').getByText(told, { exact: true });
  const checkAgain = async () => {
    await tabTo(phone, 'button', /^Check again/);
    await phone.keyboard.press('Enter');
  };
  const told = (words: RegExp) => card().getByRole('status').getByText(words).waitFor();

  chapter('says so on its card, with how to link it and two ways on', async () => {
    await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    await phone.getByRole('button', { name: 'Next', exact: true }).click();
    await phone.getByRole('button', { name: 'Done', exact: true }).click();
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    await state('Authenticated').waitFor();
    expect(
      await card()
        .getByRole('button', { name: /^Check again/ })
        .count(),
    ).toBe(0);

    await story.sandbox.does(persona, 'unlink-instagram');
    const { id } = await accountInState(door, influencer, 'instagram', { authState: 'AUTHENTICATED' });
    await door.post(`/v1/social-accounts/${id}/authorization/verifications`);
    await state('Reauth').waitFor();
    await card()
      .getByText(/no longer linked to a Facebook Page\. New posts are not counted until it is repaired/)
      .waitFor();
    await card()
      .getByText(/Link it to your Page again, then press Check again: no new consent is needed/)
      .waitFor();
    expect(await card().getByRole('link', { name: 'More about this' }).getAttribute('href')).toBe('/help/check-link');
    await card()
      .getByRole('button', { name: /^Check again/ })
      .waitFor();
    expect(await card().locator('[data-variant="filled"]:is(button, a)').allInnerTexts()).toEqual(['Reauth']);
    expect(await pageFaults(phone)).toEqual(noFaults);
  });

  chapter('is told by Check again that nothing has changed, or that nobody could be asked', async () => {
    await checkAgain();
    await told(/^Checked just now: nothing has changed yet/);
    await story.sandbox.fault({
      platform: 'facebook',
      kind: 'status',
      operation: 'graph.instagram',
      persona,
      times: null,
    });
    try {
      await checkAgain();
      await told(/^The platform could not be asked just now/);
    } finally {
      await story.sandbox.clearFaults();
    }
    await state('Reauth').waitFor();
  });

  chapter('is healed by Check again once it is linked, and the browser leaves for no platform', async () => {
    const asked: string[] = [];
    phone.on('request', (request) => {
      if (request.isNavigationRequest()) asked.push(request.url());
    });
    await story.sandbox.does(persona, 'relink-instagram');
    await checkAgain();
    await state('Authenticated').waitFor();
    await phone
      .getByRole('status')
      .getByText(/^@\S+: Authenticated$/)
      .waitFor({ state: 'attached' });
    await accountInState(door, influencer, 'instagram', { authState: 'AUTHENTICATED', tracked: true });
    expect(
      await card()
        .getByRole('button', { name: /^Check again/ })
        .count(),
    ).toBe(0);
    expect(asked).toEqual([]);
  });
});
