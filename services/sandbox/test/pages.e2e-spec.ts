import { fitsWidth, openChromium, type Browser, type Locator, type Page } from '@creator-connect/browser';
import { FAULT_KINDS } from '../src/box/faults';
import { CallbackServer } from '../src/testing/callback-server';
import { at, column, listAt, textAt } from '../src/testing/json';
import { INSTAGRAM_SCOPES, TestSandbox, TIKTOK_SCOPES, YOUTUBE_SCOPES } from '../src/testing/test-sandbox';

const MOST_CLICKS = 3;

/** A person with a mouse: clicks are counted from the moment the control page is open. */
class Hand {
  clicks = 0;
  constructor(readonly page: Page) {}
  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }
}

describe('the pages of the sandbox in a real browser', () => {
  const app = new CallbackServer();
  let box: TestSandbox;
  let browser: Browser;
  let callback: string;
  beforeAll(async () => {
    callback = `${await app.start()}/callback`;
    box = await TestSandbox.start({ SANDBOX_REDIRECT_URIS: callback });
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await box.stop();
    await app.stop();
  });
  beforeEach(() => box.control('reset', {}));

  const open = async (width = 1200): Promise<Hand> => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    return new Hand(await context.newPage());
  };
  const control = (path = '/'): string => `http://localhost:${box.port}${path}`;
  const views = async (): Promise<unknown[]> => listAt((await box.control('personas')).json, 'personas');
  const dialog = (more: Record<string, string> = {}): string =>
    `http://facebook.localhost:${box.port}/v25.0/dialog/oauth?${new URLSearchParams({
      client_id: box.keys.metaId,
      redirect_uri: callback,
      state: 's1',
      scope: INSTAGRAM_SCOPES.join(','),
      ...more,
    }).toString()}`;

  it('leads from the control page to every persona, logged in, in at most three clicks', async () => {
    const hand = await open();
    for (const view of await views()) {
      const id = textAt(view, 'id');
      hand.clicks = 0;
      await hand.page.goto(control());
      await hand.click(hand.page.locator(`[id="${id}"]`).getByRole('link', { name: 'log in' }));
      await hand.click(hand.page.locator(`#login-${id}`));
      await hand.page.locator('#log-out').waitFor();
      expect(hand.page.url()).toContain(`${textAt(view, 'platform')}.localhost`);
      expect({ id, clicks: hand.clicks <= MOST_CLICKS }).toEqual({ id, clicks: true });
      await hand.page.context().clearCookies();
    }
    await hand.page.context().close();
  });

  it('does everything that may happen to a persona in at most three clicks', async () => {
    const hand = await open();
    for (const id of ['creator-one-page', 'tiktok-invited', 'youtube-creator']) {
      const view = (await views()).find((one) => textAt(one, 'id') === id);
      for (const name of column(view, 'actions', 'name').map(String)) {
        if (name === 'set') continue; // takes numbers: the API's alone; every rule it can break has its persona
        hand.clicks = 0;
        await hand.page.goto(control());
        const button = hand.page.locator(`form[action="/control/personas/${id}/${name}"] button`);
        if (!(await button.isVisible())) await hand.click(hand.page.locator(`[id="${id}"] summary`));
        const answered = hand.page.waitForResponse((response) => response.request().method() === 'POST');
        await hand.click(button);
        expect({ name, status: (await answered).status() < 400, clicks: hand.clicks <= MOST_CLICKS }).toEqual({
          name,
          status: true,
          clicks: true,
        });
        await box.control('reset', {});
      }
    }
    await hand.page.context().close();
  });

  it('has the button of every action on every card', async () => {
    const hand = await open();
    await hand.page.goto(control());
    for (const view of await views()) {
      const id = textAt(view, 'id');
      const shown = await hand.page
        .locator(`[id="${id}"] form`)
        .evaluateAll((forms) => forms.map((form) => String(form.getAttribute('action')).split('/').at(-1)));
      const actions = column(view, 'actions', 'name').filter((name) => name !== 'set');
      expect([id, new Set(shown)]).toEqual([id, new Set(actions)]);
    }
    await hand.page.context().close();
  });

  it('plays every kind of fault in at most three clicks', async () => {
    const hand = await open();
    await hand.page.goto(control('/?tab=faults'));
    const kinds = hand.page.locator('form[action="/control/faults"] input[type="hidden"][name="kind"]');
    const offered = await kinds.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')));
    expect(FAULT_KINDS.filter((kind) => !offered.includes(kind))).toEqual([]);
    for (const kind of FAULT_KINDS) {
      await hand.page.goto(control());
      hand.clicks = 0;
      await hand.click(hand.page.getByRole('link', { name: 'Faults' }));
      const form = hand.page.locator(`form[action="/control/faults"]:has(input[name="kind"][value="${kind}"])`);
      await hand.click(form.first().getByRole('button'));
      await hand.page
        .locator('td', { hasText: new RegExp(`^${kind}$`) })
        .first()
        .waitFor();
      expect({ kind, clicks: hand.clicks <= MOST_CLICKS }).toEqual({ kind, clicks: true });
    }
    await hand.page.context().close();
  });

  it('has a button for every fault of every platform, and each plays what it says', async () => {
    const hand = await open();
    await hand.page.goto(control('/?tab=faults'));
    const forms = hand.page.locator('form[action="/control/faults"]:not(:has(select))');
    const presets = await forms.evaluateAll((all) =>
      all.map((form) => Object.fromEntries(new FormData(form as HTMLFormElement)) as Record<string, string>),
    );
    const callbacks = FAULT_KINDS.filter((kind) => /_(callback|signature)$/.test(kind));
    const everywhere = ['latency', 'status', 'throttle', 'token_invalid', 'error', 'drop_request', 'drop_response'];
    const exchanges = ['surplus_scope', 'changed_identity'];
    for (const [platform, kinds] of [
      ['facebook', [...everywhere, ...exchanges, ...callbacks, 'foreign_app', 'retired_metric']],
      ['tiktok', [...everywhere, ...exchanges, ...callbacks]],
      ['ttcm', everywhere],
      ['google', [...everywhere, ...exchanges, ...callbacks, 'foreign_app', 'retired_metric', 'wrong_id_token']],
    ] as const) {
      const offered = presets.filter((preset) => preset['platform'] === platform).map((preset) => preset['kind']);
      expect([platform, kinds.filter((kind) => !offered.includes(kind))]).toEqual([platform, []]);
    }
    for (const preset of presets) {
      const { back: _back, ...fields } = preset;
      expect([fields, (await box.control('faults', fields)).status]).toEqual([fields, 201]);
    }
    await hand.page.context().close();
  });

  it('moves the clock with one click: by page as by API', async () => {
    const hand = await open();
    await hand.page.goto(control());
    for (const label of ['+1 hour', '+1 day', '+7 days', '+61 days', '+91 days']) {
      hand.clicks = 0;
      const before = Number(at((await box.control('clock')).json, 'offsetSeconds'));
      await hand.click(hand.page.locator('#clock').getByRole('button', { name: new RegExp(`^\\${label}`) }));
      await hand.page.locator('#clock .tag.warn').waitFor();
      const moved = Number(at((await box.control('clock')).json, 'offsetSeconds')) - before;
      const [, count, unit] = /^\+(\d+) (hour|day)/.exec(label) ?? [];
      expect([label, moved, hand.clicks]).toEqual([label, Number(count) * (unit === 'hour' ? 3_600 : 86_400), 1]);
    }
    await hand.click(hand.page.getByRole('button', { name: 'Forget everything' }));
    await hand.page.locator('#clock .tag', { hasText: 'real time' }).waitFor();
    await hand.page.context().close();
  });

  it('says on a page, not in braces, what a button can not do now', async () => {
    const hand = await open();
    await hand.page.goto(control());
    await hand.click(hand.page.locator('[id="tiktok-everyday"] summary'));
    await hand.click(hand.page.locator('form[action="/control/personas/tiktok-everyday/end-invitation"] button'));
    await hand.page.getByRole('heading', { name: 'That is not possible now' }).waitFor();
    await hand.click(hand.page.getByRole('link', { name: 'Back' }));
    expect(new URL(hand.page.url()).hash).toBe('#tiktok-everyday');
    await hand.page.context().close();
  });

  it.each([1200, 360])(
    'lets a person play a whole consent at %d pixels, and says everywhere that it is pretended',
    async (width) => {
      const { page } = await open(width);
      const look = async (): Promise<void> => {
        expect({ url: page.url(), fits: await fitsWidth(page) }).toEqual({ url: page.url(), fits: true });
        expect(await page.locator('.pretend').innerText()).toContain('pretend');
      };
      await page.goto(dialog());
      await look();
      await page.locator('#login-creator-two-pages').click();
      await page.locator('#permissions').waitFor();
      await look();
      await page.locator('#continue').click();
      await page.locator('#targets').waitFor();
      await look();
      await page.getByLabel('Travel Page').uncheck();
      await page.locator('#continue').click();
      await page.waitForURL(`${callback}**`);
      expect(new URL(page.url()).searchParams.get('state')).toBe('s1');

      await page.goto(dialog());
      await page.locator('#continue-as').waitFor();
      await look();
      await page.goto(`http://facebook.localhost:${box.port}/settings/business-integrations`);
      await page.getByText('View and edit').click();
      await look();
      expect(await page.getByLabel('Travel Page').isChecked()).toBe(false);
      await page.locator('#remove').click();
      await page.locator('#no-integrations').waitFor();
      await look();
      const { json } = await box.control('personas/creator-two-pages');
      expect(at(json, 'state.grants.0.status')).toBe('removed');
      await page.context().close();
    },
  );

  it('can be used with the keyboard alone: log in, untick, go on', async () => {
    const { page } = await open();
    const tabTo = async (id: string): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement && document.activeElement.id')) === id) return;
      }
      throw new Error(`the key Tab does not lead to ${id}`);
    };
    await page.goto(dialog());
    await tabTo('login-creator-one-page');
    await page.keyboard.press('Enter');
    await page.locator('#permissions').waitFor();
    await tabTo('permission-instagram_manage_insights');
    await page.keyboard.press('Space');
    await tabTo('continue');
    await page.keyboard.press('Enter');
    await page.locator('#targets').waitFor();
    await tabTo('continue');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${callback}**`);
    const { json } = await box.control('personas/creator-one-page');
    expect(at(json, 'state.grants.0.permissions.instagram_manage_insights')).toBe('declined');
    await page.context().close();
  });

  it.each([1200, 360])('leads a person with brand accounts through Google by keyboard at %d pixels', async (width) => {
    const { page } = await open(width);
    const site = `http://google.localhost:${box.port}`;
    const query = {
      client_id: box.keys.googleId,
      redirect_uri: callback,
      response_type: 'code',
      access_type: 'offline',
      state: 's3',
      scope: YOUTUBE_SCOPES.join(' '),
    };
    const press = async (id: string, key: 'Enter' | 'Space'): Promise<void> => {
      await page.locator(`[id="${id}"]`).focus();
      expect({ url: page.url(), fits: await fitsWidth(page) }).toEqual({ url: page.url(), fits: true });
      expect(await page.locator('.pretend').innerText()).toContain('pretend Google');
      await page.keyboard.press(key);
    };
    await page.goto(`${site}/o/oauth2/v2/auth?${new URLSearchParams(query).toString()}`);
    await press('login-youtube-brand-account', 'Enter');
    await page.locator('#identity').waitFor();
    await press('identity-brand-722', 'Enter');
    await page.locator('#consent').waitFor();
    await press('scope-yt-analytics.readonly', 'Space');
    await press('continue', 'Enter');
    await page.waitForURL(`${callback}**`);
    expect(new URL(page.url()).searchParams.get('scope')).toBe(YOUTUBE_SCOPES.slice(0, 2).join(' '));

    await page.goto(`${site}/`);
    await press('connections', 'Enter');
    await page.locator('#remove-brand-722').waitFor();
    await press('remove-brand-722', 'Enter');
    await page.locator('#no-apps').waitFor();
    const { json } = await box.control('personas/youtube-brand-account');
    expect(at(json, 'state.grants.0')).toMatchObject({ status: 'removed', identity: 'brand-722' });
    await page.context().close();
  });

  it.each([1200, 360])('leads a creator through TikTok and into the marketplace at %d pixels', async (width) => {
    const { page } = await open(width);
    const site = `http://tiktok.localhost:${box.port}`;
    const query = {
      client_key: box.keys.tiktokKey,
      response_type: 'code',
      redirect_uri: callback,
      state: 's2',
      scope: TIKTOK_SCOPES.join(','),
    };
    await page.goto(`${site}/v2/auth/authorize/?${new URLSearchParams(query).toString()}`);
    await page.locator('#login-tiktok-invited').click();
    await page.locator('#authorize').waitFor();
    expect(await fitsWidth(page)).toBe(true);
    await page.locator('#continue').click();
    await page.waitForURL(`${callback}**`);
    // The app becomes a connected one when it redeems the code.
    const code = new URL(page.url()).searchParams.get('code') ?? '';
    await box.tiktokForm('token', { grant_type: 'authorization_code', code, redirect_uri: callback });
    await page.goto(`${site}/`);
    await page.locator('#system-notifications').click();
    await page.locator('#view-more').click();
    await page.locator('#join').click();
    await page.locator('#joined').waitFor();
    expect(await fitsWidth(page)).toBe(true);
    await page.goto(`${site}/setting/connected-apps`);
    await page.locator('#remove').click();
    await page.locator('#no-apps').waitFor();
    await page.context().close();
  });
});
