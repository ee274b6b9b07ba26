import { at, column, listAt, numberAt, textAt } from '../../testing/json';
import { INSTAGRAM_SCOPES, TestSandbox } from '../../testing/test-sandbox';

const ONE = '17841000000000101';

describe('reading Pages, profiles and media', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  it('lists many Pages in parts, and ends without a next address', async () => {
    const token = await box.facebookToken('creator-many-pages');
    const first = await box.graph('me/accounts?fields=name,instagram_business_account{username}&limit=25', token);
    expect(listAt(first.json, 'data')).toHaveLength(25);
    expect(at(first.json, 'data.0.instagram_business_account.username')).toBe('sandbox.many.1');
    const next = new URL(textAt(first.json, 'paging.next'));
    expect(next.searchParams.has('access_token')).toBe(false);
    const second = await box.call(next.pathname + next.search, { headers: { authorization: `Bearer ${token}` } });
    expect(listAt(second.json, 'data')).toHaveLength(5);
    expect(at(second.json, 'paging.next')).toBeUndefined();
  });

  it.each([
    ['creator-no-page', []],
    ['creator-page-without-instagram', [undefined]],
    ['creator-personal-instagram', [undefined]],
    ['creator-business-owned-page', []],
    ['creator-one-page', [{ id: ONE }]],
  ])('shows what %s has to show', async (persona, accounts) => {
    const token = await box.facebookToken(persona);
    const { json } = await box.graph('me/accounts?fields=id,instagram_business_account', token);
    expect(column(json, 'data', 'instagram_business_account')).toEqual(accounts);
  });

  it('heals once the personal account became professional', async () => {
    const token = await box.facebookToken('creator-personal-instagram', { instagram: ['17841000000000104'] });
    await box.control('personas/creator-personal-instagram/switch-to-professional', {});
    const again = await box.facebookToken('creator-personal-instagram');
    expect((await box.graph('17841000000000104?fields=username', again)).json).toMatchObject({
      username: 'sandbox.personal',
    });
    expect((await box.graph('17841000000000104?fields=username', token)).status).toBe(200);
  });

  it('tells what was not ticked as if it did not exist', async () => {
    const token = await box.facebookToken('creator-two-pages', {
      pages: ['110000000001102', '110000000001103'],
      instagram: ['17841000000000102'],
    });
    const { json } = await box.graph('me/accounts?fields=instagram_business_account', token);
    expect(column(json, 'data', 'instagram_business_account')).toEqual([{ id: '17841000000000102' }, undefined]);
    expect((await box.graph('17841000000000103', token)).json).toMatchObject({
      error: { code: 100, error_subcode: 33 },
    });
  });

  it('lets a Page token reach only the account of its own Page', async () => {
    const token = await box.facebookToken('creator-two-pages');
    const page = textAt((await box.graph('110000000001102?fields=access_token', token)).json, 'access_token');
    expect((await box.graph('17841000000000102?fields=username', page)).json).toMatchObject({
      username: 'sandbox.kitchen',
    });
    expect((await box.graph('17841000000000103', page)).json).toMatchObject({ error: { code: 100 } });
  });

  it('pages through all posts, newest first, each once', async () => {
    const token = await box.facebookToken('creator-one-page');
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 10; page++) {
      const { json } = await box.graph(`${ONE}/media?fields=id,timestamp&limit=25${after && `&after=${after}`}`, token);
      seen.push(...column(json, 'data', 'id').map(String));
      if (at(json, 'paging.next') === undefined) break;
      after = textAt(json, 'paging.cursors.after');
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(numberAt((await box.graph(`${ONE}?fields=media_count`, token)).json, 'media_count')).toBe(60);
  });

  it('cuts the list by since and until, and goes back by before', async () => {
    const token = await box.facebookToken('creator-one-page');
    const day = (days: number): number => Math.floor(Date.now() / 1000) - days * 86_400;
    const { json } = await box.graph(`${ONE}/media?fields=timestamp&since=${day(12)}&until=${day(6)}`, token);
    const times = column(json, 'data', 'timestamp').map((time) => Date.parse(String(time)) / 1000);
    expect(times.length).toBeGreaterThan(1);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(day(12) - 5);
    expect(Math.max(...times)).toBeLessThanOrEqual(day(6));
    const second = await box.graph(
      `${ONE}/media?limit=5&after=${textAt((await box.graph(`${ONE}/media?limit=5`, token)).json, 'paging.cursors.after')}`,
      token,
    );
    const back = await box.graph(`${ONE}/media?limit=5&before=${textAt(second.json, 'paging.cursors.before')}`, token);
    expect(back.json).toMatchObject({ data: listAt((await box.graph(`${ONE}/media?limit=5`, token)).json, 'data') });
  });

  it('answers every documented field of a profile', async () => {
    const token = await box.facebookToken('creator-one-page');
    const fields = 'id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count';
    const { json } = await box.graph(`${ONE}?fields=${fields}`, token);
    expect(Object.keys(json as object)).toEqual(fields.split(','));
  });

  it('answers every documented media field, and hides likes and pictures where the owner does', async () => {
    const token = await box.facebookToken('creator-one-page');
    const fields =
      'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,shortcode,timestamp,username,owner,like_count,comments_count,is_comment_enabled,is_shared_to_feed,alt_text,children{id,media_type},reposts_count,saved_count,shares_count,total_like_count,total_comments_count,total_views_count,view_count,is_ai_generated,media_audio_type';
    const { json } = await box.graph(`${ONE}/media?limit=100&fields=${fields}`, token);
    const hidden = listAt(json, 'data').filter((post) => at(post, 'like_count') === undefined);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.length).toBeLessThan(60);
    const album = listAt(json, 'data').find((post) => at(post, 'media_type') === 'CAROUSEL_ALBUM');
    expect(column(album, 'children.data', 'media_type')).toEqual(['IMAGE', 'IMAGE', 'IMAGE']);
    const child = textAt(album, 'children.data.0.id');
    expect((await box.graph(`${child}?fields=media_type`, token)).json).toEqual({ id: child, media_type: 'IMAGE' });
    const permalink = textAt(json, 'data.0.permalink');
    expect((await box.browser.get(permalink)).status).toBe(200);
  });

  it('refuses unknown fields, unknown edges and times to come', async () => {
    const token = await box.facebookToken('creator-one-page');
    expect((await box.graph(`${ONE}?fields=account_type`, token)).json).toMatchObject({
      error: { code: 100, message: expect.stringContaining('nonexisting field (account_type)') },
    });
    expect((await box.graph(`${ONE}?fields=id,media{`, token)).json).toMatchObject({ error: { code: 2500 } });
    expect((await box.graph(`${ONE}/everything`, token)).json).toMatchObject({
      error: { code: 100, error_subcode: 33 },
    });
    expect((await box.graph('17900000101000060', token)).json).toMatchObject({
      error: { code: 100, error_subcode: 33 },
    });
    expect((await box.call('/graph/v99.0/me', { headers: { authorization: `Bearer ${token}` } })).json).toMatchObject({
      error: { code: 2500 },
    });
  });

  it('needs the permission of each thing it reads', async () => {
    const without = async (name: string) =>
      box.facebookToken('creator-one-page', { permissions: INSTAGRAM_SCOPES.filter((one) => one !== name) });
    expect((await box.graph(ONE, await without('instagram_basic'))).json).toMatchObject({ error: { code: 10 } });
    await box.control('reset', {});
    expect(
      (await box.graph(`${ONE}/insights?metric=reach&period=day`, await without('instagram_manage_insights'))).json,
    ).toMatchObject({ error: { code: 10 } });
    await box.control('reset', {});
    expect((await box.graph('me/accounts', await without('pages_show_list'))).json).toEqual({ data: [] });
  });

  it('stops reading Instagram when data access ended, although the token lives', async () => {
    const token = await box.facebookToken('creator-one-page');
    await box.control('personas/creator-one-page/end-data-access', {});
    expect((await box.graph(ONE, token)).json).toMatchObject({ error: { code: 10 } });
    expect((await box.graph('me/accounts', token)).status).toBe(200);
    await box.browser.post(box.dialogUrl({ auth_type: 'reauthorize' }).replace('/oauth?', '/oauth/continue?'), {
      decision: 'continue',
    });
    expect((await box.graph(ONE, token)).status).toBe(200);
  });

  it('finds public figures of professional accounts, and tells personal ones like unknown ones', async () => {
    const token = await box.facebookToken('creator-one-page');
    const discover = (name: string) =>
      box.graph(
        `${ONE}?fields=business_discovery.username(${name}){followers_count,media_count,media.limit(2){id,like_count}}`,
        token,
      );
    const found = await discover('sandbox.kitchen');
    expect(found.json).toMatchObject({
      id: ONE,
      business_discovery: { followers_count: 52_300, id: '17841000000000102' },
    });
    expect(listAt(found.json, 'business_discovery.media.data')).toHaveLength(2);
    for (const name of ['sandbox.personal', 'sandbox.age.gated', 'sandbox.nobody']) {
      expect((await discover(name)).json).toMatchObject({ error: { code: 110, error_subcode: 2207013 } });
    }
    await box.control('personas/creator-personal-instagram/switch-to-professional', {});
    expect((await discover('Sandbox.Personal')).status).toBe(200);
  });

  it('lets the installation’s own account look others up, within the limit of the app', async () => {
    const own = '17841000000000116';
    const discover = (name: string) =>
      box.graph(`${own}?fields=business_discovery.username(${name}){username}`, box.keys.discoveryToken);
    await box.control('settings', { facebook: { instagramCallsPerDay: 1, appCallsPerHour: 4 } });
    for (const name of ['sandbox.kitchen', 'sandbox.travel', 'sandbox.contacts']) {
      expect((await discover(name)).json).toMatchObject({ id: own, business_discovery: { username: name } });
    }
    expect((await discover('sandbox.nobody')).json).toMatchObject({ error: { code: 110 } });
    expect((await discover('sandbox.kitchen')).json).toMatchObject({ error: { code: 4 } });
    await box.control('settings', { facebook: { instagramCallsPerDay: 480_000, appCallsPerHour: 200_000 } });
    await box.control('personas/agency/decline-permission', { permission: 'instagram_basic' });
    expect((await discover('sandbox.kitchen')).json).toMatchObject({ error: { code: 10 } });
    await box.control('personas/agency/remove-app', {});
    expect((await discover('sandbox.kitchen')).json).toMatchObject({ error: { code: 190, error_subcode: 458 } });
  });

  it('answers the fields that were asked for, on edges too, each once, and none of a text', async () => {
    const token = await box.facebookToken('creator-one-page');
    const insights = await box.graph(`${ONE}/insights?metric=reach&period=day&fields=name`, token);
    expect(at(insights.json, 'data.0')).toEqual({ id: expect.any(String), name: 'reach' });
    const permissions = await box.graph('me/permissions?fields=status', token);
    expect(at(permissions.json, 'data.0')).toEqual({ status: 'granted' });
    for (const [path, code] of [
      [`${ONE}/insights?metric=reach&period=day&fields=shoe_size`, 100],
      ['me/permissions?fields=shoe_size', 100],
      [`${ONE}?fields=username,username`, 2500],
      [`${ONE}?fields=username{id}`, 2500],
    ] as const) {
      expect((await box.graph(path, token)).json).toMatchObject({ error: { code } });
    }
  });

  it('speaks of usage once it is noticeable, and of a limit when it is reached', async () => {
    const token = await box.facebookToken('creator-one-page');
    expect((await box.graph(ONE, token)).headers.has('x-app-usage')).toBe(false);
    await box.control('settings', { facebook: { instagramCallsPerDay: 4 } });
    await box.graph(ONE, token);
    const told = await box.graph(ONE, token);
    expect(JSON.parse(told.headers.get('x-business-use-case-usage') ?? '')).toMatchObject({
      [ONE]: [{ type: 'instagram', call_count: 75 }],
    });
    await box.graph(ONE, token);
    const minutesLeft = async () => {
      const over = await box.graph(ONE, token);
      expect(over.json).toMatchObject({ error: { code: 80002 } });
      const told: unknown = JSON.parse(over.headers.get('x-business-use-case-usage') ?? '');
      return numberAt(told, `${ONE}.0.estimated_time_to_regain_access`);
    };
    await box.control('clock', { advanceSeconds: 3_600 });
    const first = await minutesLeft();
    // Whoever goes on calling waits longer.
    expect(await minutesLeft()).toBeGreaterThan(first);
    await box.control('clock', { advanceSeconds: 86_400 });
    expect((await box.graph(ONE, token)).status).toBe(200);
  });
});
