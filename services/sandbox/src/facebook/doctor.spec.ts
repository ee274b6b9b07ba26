import { at, column, listAt, textAt } from '../testing/json';
import { TestSandbox } from '../testing/test-sandbox';

/** What the API shows of each cause for which no Instagram account can be connected. */
describe('why an Instagram account can not be connected', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const FIELDS = 'id,tasks,instagram_business_account,connected_instagram_account,access_token';
  const targetsOf = (debug: unknown, scope: string): unknown => {
    const one = listAt(debug, 'data.granular_scopes').find((entry) => at(entry, 'scope') === scope);
    return at(one, 'target_ids');
  };
  async function look(persona: string): Promise<Record<string, unknown>> {
    const token = await box.usualToken(persona);
    const { json } = await box.graph(`me/accounts?fields=${FIELDS}`, token);
    const debug = (await box.debugToken(token)).json;
    const permissions = (await box.graph('me/permissions', token)).json;
    return {
      pages: column(json, 'data', 'id'),
      accounts: column(json, 'data', 'instagram_business_account'),
      connected: column(json, 'data', 'connected_instagram_account'),
      tasks: listAt(json, 'data').map((page) => listAt(page, 'tasks').length > 0),
      tokens: listAt(json, 'data').map((page) => at(page, 'access_token') !== undefined),
      tickedPages: targetsOf(debug, 'pages_show_list'),
      tickedAccounts: targetsOf(debug, 'instagram_basic'),
      declined: listAt(permissions, 'data').flatMap((one) =>
        at(one, 'status') === 'declined' ? [at(one, 'permission')] : [],
      ),
    };
  }
  const NOTHING = { pages: [], accounts: [], connected: [], tasks: [], tokens: [], declined: [] };
  const page = (id: string, more: object) => ({
    pages: [id],
    accounts: [undefined],
    connected: [undefined],
    tasks: [true],
    tokens: [true],
    tickedPages: [id],
    declined: [],
    ...more,
  });
  const ig = (number: number): string => `17841000000000${number}`;
  const pageId = (number: number): string => `11000000000${number}`;

  it.each([
    // Nothing was there to be chosen, so nothing was narrowed: no list of targets at all.
    ['creator-no-page', { ...NOTHING, tickedPages: undefined, tickedAccounts: undefined }],
    ['creator-page-without-instagram', page(pageId(1115), { tickedAccounts: undefined })],
    ['creator-personal-instagram', page(pageId(1104), { connected: [{ id: ig(104) }], tickedAccounts: undefined })],
    ['creator-page-not-ticked', { ...NOTHING, tickedPages: [], tickedAccounts: [] }],
    ['creator-instagram-not-ticked', page(pageId(1122), { tickedAccounts: [] })],
    [
      'creator-permission-not-ticked',
      page(pageId(1123), {
        accounts: [{ id: ig(113) }],
        connected: [{ id: ig(113) }],
        tickedAccounts: [ig(113)],
        declined: ['instagram_manage_insights'],
      }),
    ],
    [
      'creator-other-profile',
      page(pageId(1105), { accounts: [{ id: ig(105) }], connected: [{ id: ig(105) }], tickedAccounts: [ig(105)] }),
    ],
    [
      'creator-placeholder-page',
      page(pageId(1108), {
        accounts: [{ id: ig(108) }],
        connected: [{ id: ig(108) }],
        tickedAccounts: [ig(108)],
        tasks: [false],
        tokens: [false],
      }),
    ],
    ['creator-business-owned-page', { ...NOTHING, tickedPages: [pageId(1109)], tickedAccounts: [ig(109)] }],
    // The account was ticked, yet none of the ticked Pages carries it.
    ['creator-instagram-on-another-page', page(pageId(1124), { tickedAccounts: [ig(114)] })],
  ])('%s', async (persona, seen) => {
    expect(await look(persona)).toEqual(seen);
  });

  it('creator-refuses goes back without a code', async () => {
    const back = await box.usualConsent('creator-refuses');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.has('code')).toBe(false);
    const dialog = (await box.browser.get(box.dialogUrl())).body;
    expect(dialog.indexOf('id="cancel"')).toBeLessThan(dialog.indexOf('id="continue"'));
  });

  it('opens the dialog with the boxes as the persona leaves them, and ticking them heals', async () => {
    await box.browser.post('facebook://login', { persona: 'creator-permission-not-ticked', next: '/' });
    const boxes = (await box.browser.get(box.dialogUrl())).body;
    expect(boxes).toMatch(/id="permission-instagram_basic"\s+checked/);
    expect(boxes).not.toMatch(/id="permission-instagram_manage_insights"\s+checked/);

    const token = await box.facebookToken('creator-page-not-ticked');
    expect(column((await box.graph('me/accounts?fields=id', token)).json, 'data', 'id')).toEqual([pageId(1121)]);
  });

  it('asks again for what was not ticked, and only for that', async () => {
    await box.usualToken('creator-permission-not-ticked');
    const token = await box.usualToken('creator-permission-not-ticked', { auth_type: 'rerequest' });
    const { json } = await box.graph('me/permissions', token);
    expect(column(json, 'data', 'status')).not.toContain('declined');
  });

  it('lets the token see what was made after the consent, where there had been nothing to choose', async () => {
    const token = await box.usualToken('creator-no-page');
    await box.control('personas/creator-no-page/create-page', {});
    const { json } = await box.graph('me/accounts?fields=instagram_business_account', token);
    expect(column(json, 'data', 'instagram_business_account')).toEqual([{ id: ig(107) }]);
  });

  it('reads nothing of a personal account, and can be told not even to name it', async () => {
    const token = await box.usualToken('creator-personal-instagram');
    expect((await box.graph(ig(104), token)).json).toMatchObject({ error: { code: 100, error_subcode: 33 } });
    await box.control('settings', { facebook: { tellsPersonalAccounts: false } });
    const { json } = await box.graph('me/accounts?fields=connected_instagram_account', token);
    expect(column(json, 'data', 'connected_instagram_account')).toEqual([undefined]);
  });

  it('answers the node of a Page that a portfolio holds, without its token and its account', async () => {
    const token = await box.usualToken('creator-business-owned-page');
    const { json } = await box.graph(`${pageId(1109)}?fields=name,access_token,instagram_business_account`, token);
    expect(json).toEqual({ id: pageId(1109), name: 'Portfolio Page' });
    expect((await box.graph(ig(109), token)).json).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  });

  it('lets an unused permission expire alone', async () => {
    const token = await box.usualToken('creator-one-page');
    await box.control('personas/creator-one-page/expire-permission', {});
    const { json } = await box.graph('me/permissions', token);
    expect(at(json, 'data')).toContainEqual({ permission: 'instagram_manage_insights', status: 'expired' });
    expect(textAt((await box.graph(`${ig(101)}/insights?metric=reach&period=day`, token)).json, 'error.code')).toBe(
      '10',
    );
    expect((await box.browser.get(box.dialogUrl())).body).toContain('id="permission-instagram_manage_insights"');
  });
});
