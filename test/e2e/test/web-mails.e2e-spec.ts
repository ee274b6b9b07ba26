import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import type { Mail } from '../src/doors/mailbox';
import { sayGoodMorning } from '../src/doors/morning';
import { must } from '../src/doors/wait';
import { accountInState, addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { addTikTokAccount, creatorOnPhone, logInAsGenerated, memberOnRoster } from '../src/windows/steps';

/** What members see and choose about mails. */
describe('mails, as members see them', () => {
  let story: Story;
  let door: GatewayDoor;
  let windows: Windows;
  let admin: Page;
  let influencer: Influencer;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-mails');
    admin = await memberOnRoster(windows, story.login());
  });
  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const keepsTheRules = async () => expect(await pageFaults(admin)).toEqual(noFaults);

  it('the digest: how often is a member’s own choice', async () => {
    await admin.goto('/admin/settings?tab=notices');
    const digest = admin.getByRole('region', { name: 'E-mail digest' });
    expect(await digest.getByRole('radio', { name: 'On Mondays' }).isChecked()).toBe(true);
    await digest.getByRole('radio', { name: 'Every day' }).click();
    await digest.getByText('Saved.').waitFor();
    await keepsTheRules();
    await admin.reload();
    await digest.getByRole('radio', { name: 'Every day', checked: true }).waitFor();
    await digest.getByRole('radio', { name: 'On Mondays' }).click();
    await digest.getByText('Saved.').waitFor();
  });

  it('a mail that bounced: its row and the profile say so, and what to do', async () => {
    const at = new Date().toISOString();
    const mail = {
      id: influencer.id,
      influencerId: influencer.id,
      socialAccountIds: [],
      kind: 'authorization-request',
      status: 'FAILED',
      failure: 'bounced',
      createdAt: at,
      sentAt: at,
      authorizationRequestId: null,
      linkOpenedAt: null,
      requestFinishedAt: null,
    };
    // The local mail server knows every mailbox, so these answers are played; that a mail bounces is shown elsewhere.
    await admin.route('**/v1/messages?*', (route) => route.fulfill({ json: { items: [mail], nextCursor: null } }));
    const addressee = { influencerId: influencer.id, remindersStoppedAt: null, bouncedAt: at, complainedAt: null };
    await admin.route('**/v1/addressees/*', (route) => route.fulfill({ json: addressee }));
    await admin.goto(`/admin/influencers/${influencer.id}?tab=mails`);
    await admin.getByText(/^The mailbox was not found on /).waitFor();
    await admin.getByText(/a request that you send by e-mail tries once more/).waitFor();
    await admin.getByText('Request to connect accounts').waitFor();
    await admin.getByText('Failed: bounced, there is no such mailbox').waitFor();
    await keepsTheRules();
    await admin.unroute('**/v1/messages?*');
    await admin.unroute('**/v1/addressees/*');
  });

  it('a mail that somebody called unwanted: the address is used again by an act that says what it means', async () => {
    // The local set-up has no AWS, so the complaint and what AWS says of the address are played.
    let complainedAt: string | null = new Date().toISOString();
    const addressee = () => ({ influencerId: influencer.id, remindersStoppedAt: null, bouncedAt: null, complainedAt });
    await admin.route('**/v1/addressees/*', (route) => route.fulfill({ json: addressee() }));
    let refused = false;
    await admin.route('**/v1/addressees/*/complaint', (route) => {
      const json = { code: 'notifications.suppressed', title: 'Amazon SES still sends nothing to this address.' };
      if (!refused) {
        refused = true;
        return route.fulfill({ status: 409, json: { ...json, nextStep: 'Ask whoever runs the AWS account.' } });
      }
      complainedAt = null;
      return route.fulfill({ json: addressee() });
    });
    await admin.goto(`/admin/influencers/${influencer.id}?tab=mails`);
    await admin.getByText(/^Called a mail unwanted on /).waitFor();
    await keepsTheRules();
    await admin.getByRole('button', { name: 'Write to this address again' }).click();
    const question = admin.getByRole('dialog', { name: 'Write to browser mails again?' });
    await question.getByText(/Only if they asked you for it/).waitFor();
    await keepsTheRules();
    await question.getByRole('button', { name: 'They asked for it' }).click();
    await question.getByRole('alert').getByText('Amazon SES still sends nothing to this address.').waitFor();
    await question.getByRole('button', { name: 'They asked for it' }).click();
    await admin.getByText(/^Called a mail unwanted on /).waitFor({ state: 'detached' });
    await admin.unroute('**/v1/addressees/*');
    await admin.unroute('**/v1/addressees/*/complaint');
  });

  it('the outbound address: by SMTP or Amazon SES, and who confirms it follows from that', async () => {
    // The local set-up has no AWS, so its part is played; notifications and SES are shown elsewhere.
    let asked: unknown;
    let pending: object = {};
    await admin.route('**/v1/outbound-email', async (route) => {
      if (route.request().method() === 'PUT') {
        asked = route.request().postDataJSON();
        const pendingAddress = (asked as { address: string }).address;
        pending = { pendingAddress, pendingStatus: 'PENDING', pendingVia: 'ses', confirmationFrom: 'aws' };
      }
      const { json } = { json: (await (await route.fetch({ method: 'GET' })).json()) as object };
      return route.fulfill({ json: { ...json, available: ['smtp', 'ses'], ...pending } });
    });
    await admin.goto('/admin/settings?tab=company');
    const way = admin.getByRole('combobox', { name: 'Sent through' });
    await way.waitFor();
    expect(await way.locator('option').allInnerTexts()).toEqual(['SMTP', 'Amazon SES']);
    await keepsTheRules();
    await admin.getByRole('textbox', { name: 'Replace it by' }).fill('hello@acme-talent.example');
    await way.selectOption('Amazon SES');
    await admin.getByRole('button', { name: 'Verify this address' }).click();
    await admin.getByText('hello@acme-talent.example waits for its confirmation').waitFor();
    await admin.getByText(/Open the mail that Amazon Web Services sent there/).waitFor();
    await admin.getByText('The present address stays in use until the new one is verified.').waitFor();
    expect(asked).toEqual({ address: 'hello@acme-talent.example', via: 'ses' });
    await keepsTheRules();
    await admin.unroute('**/v1/outbound-email');
  });

  describe('the page behind the address in a mail that somebody wants no more of', () => {
    const persona = 'world-tiktok-971';
    let guest: Page;

    beforeAll(async () => {
      guest = await windows.ofSomebody({ width: 390 });
      const phone = await creatorOnPhone(story, windows, influencer.email);
      await logInAsGenerated(story, phone, 'tiktok', persona);
      await addTikTokAccount(phone);
      const { id } = await accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
      await phone.context().close();
      await story.sandbox.does(persona, 'expire-refresh-token');
      await door.post(`/v1/social-accounts/${id}/authorization/verifications`);
      await accountInState(door, influencer, 'tiktok', { authState: 'REAUTH' });
    });

    const addressIn = async (mail: Mail) => {
      const header = await story.mail.header(mail, 'list-unsubscribe');
      const address = /^<(https?:\S+)>$/.exec(header ?? '')?.[1];
      expect(address).toBeDefined();
      return address!;
    };
    const seen = async (heading: string) => {
      await guest.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(await pageFaults(guest)).toEqual(noFaults);
    };
    const press = async (button: string) => {
      await guest.getByRole('button', { name: button }).click();
    };
    /** As it is after a mail program cut it off, or somebody typed it. */
    const refuses = async (path: string, button: string) => {
      await guest.goto('about:blank');
      await guest.goto(`${path}#${'x'.repeat(43)}`);
      await press(button);
      const refusal = guest.getByRole('alert');
      await refusal.getByText('This address stops no mails.').waitFor();
      await refusal.getByText(/^Open it from the mail itself, whole; or answer the mail/).waitFor();
      expect(await pageFaults(guest)).toEqual(noFaults);
    };

    it('reminders: opening it changes nothing, one press stops them, and an address that stops nothing says what to do', () =>
      windows.tell(async () => {
        const stoppedAt = async () =>
          (await door.get<{ remindersStoppedAt: string | null }>(`/v1/addressees/${influencer.id}`)).remindersStoppedAt;
        await guest.goto(await addressIn(await story.mail.next(influencer.email, /reconnect/i)));
        await seen('Stop reminders');
        expect(await stoppedAt()).toBeNull();
        await press('Send me no more reminders');
        await guest.getByRole('status').getByText('You will get no more reminders.').waitFor();
        expect(await guest.getByRole('button', { name: 'Send me no more reminders' }).count()).toBe(0);
        await seen('Stop reminders');
        expect(await stoppedAt()).not.toBeNull();
        await refuses('/stop-reminders', 'Send me no more reminders');
      }));

    /** The link of the mail, as the member presses it. */
    const followToRoster = async ({ text }: Mail) => {
      const link = /https?:\/\/\S+\/admin\/\S*/.exec(text)?.[0];
      must(link, 'the digest holds a link to the roster');
      await admin.goto(link);
      await admin.getByRole('combobox', { name: 'State' }).waitFor();
      expect(await admin.getByRole('combobox', { name: 'State' }).inputValue()).toBe('ATTENTION');
      await keepsTheRules();
    };

    it('digests: the mail leads to the accounts in need; opening its address changes nothing, one press stops them, and an address that stops nothing says what to do', () =>
      windows.tell(async () => {
        const frequency = async () => (await door.get<{ frequency: string }>('/v1/digest-setting')).frequency;
        const before = await frequency();
        await door.put('/v1/digest-setting', { frequency: 'daily' });
        await sayGoodMorning(story, door);
        const digest = await story.mail.next(story.login().email, /accounts? needs? /);
        await followToRoster(digest);
        await guest.goto(await addressIn(digest));
        await seen('Stop the digest');
        expect(await frequency()).toBe('daily');
        await press('Send me no more digests');
        await guest.getByRole('status').getByText('You will get no more digests.').waitFor();
        await seen('Stop the digest');
        expect(await frequency()).toBe('off');
        await refuses('/stop-digest', 'Send me no more digests');
        await door.put('/v1/digest-setting', { frequency: before });
      }));
  });
});
