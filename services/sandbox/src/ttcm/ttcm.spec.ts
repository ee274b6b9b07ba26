import { TIKTOK_PERSONAS } from '../world/tiktok-personas';
import { at, column, listAt } from '../testing/json';
import { TestSandbox } from '../testing/test-sandbox';

const handleOf = (id: string): string => TIKTOK_PERSONAS.find((persona) => persona.id === id)?.handle ?? '';

describe('the Creator Marketplace', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const names = (...handles: string[]) => encodeURIComponent(JSON.stringify(handles));
  const status = (...handles: string[]) =>
    box.ttcm(`tcm/creator/status/get/?tcm_account_id=${box.keys.ttcmAccount}&handle_names=${names(...handles)}`);
  const invite = (...handles: string[]) =>
    box.ttcm('tcm/creator/invite/', { tcm_account_id: box.keys.ttcmAccount, handle_names: handles });

  it('answers 200 for failures too, with a code that decides', async () => {
    const path = `tcm/creator/status/get/?tcm_account_id=${box.keys.ttcmAccount}&handle_names=${names('a')}`;
    expect(await box.ttcm(path, undefined, 'wrong')).toMatchObject({ status: 200, json: { code: 40105, data: {} } });
    expect((await box.call(`/tiktok-business/open_api/v1.3/${path}`)).json).toMatchObject({ code: 40104 });
    expect((await box.ttcm(`tcm/creator/status/get/?tcm_account_id=1&handle_names=${names('a')}`)).json).toMatchObject({
      code: 40001,
    });
    expect(
      (await box.ttcm(`tcm/creator/status/get/?tcm_account_id=${box.keys.ttcmAccount}&handle_names=a`)).json,
    ).toMatchObject({ code: 40002 });
    expect((await box.ttcm('tcm/nothing/')).json).toMatchObject({ code: 40008 });
    expect((await status(...Array.from({ length: 21 }, (_, i) => `h${i}`))).json).toMatchObject({ code: 40002 });
    const headers = { 'access-token': box.keys.ttcmToken, 'content-type': 'application/json' };
    const broken = await box.call('/tiktok-business/open_api/v1.3/tcm/creator/invite/', {
      method: 'POST',
      headers,
      body: '{',
    });
    expect(broken).toMatchObject({ status: 200, json: { code: 40002 } });
  });

  it('is not there without the slash at the end', async () => {
    expect((await box.ttcm(`tcm/creator/status/get?tcm_account_id=${box.keys.ttcmAccount}`)).status).toBe(404);
  });

  it('tells where handles stand, spelled handler_name in the legacy call and handle_name in the other', async () => {
    const handles = ['tiktok-everyday', 'tiktok-member', 'tiktok-invited'].map(handleOf);
    const legacy = await status(...handles, 'nobody.at.all');
    expect(column(legacy.json, 'data.onboarding_status', 'handler_name')).toEqual([...handles, 'nobody.at.all']);
    expect(column(legacy.json, 'data.onboarding_status', 'status')).toEqual(['NOT_IN', 'IN', 'INVITED', 'INVALID']);
    const one = await box.ttcm(
      `tto/tcm/creator/status/get/?tto_tcm_account_id=${box.keys.ttcmAccount}&handle_names=${names(...handles)}`,
    );
    expect(column(one.json, 'data.onboarding_status', 'status')).toEqual(['NOT_IN', 'IN', 'NOT_IN']);
    expect(at(one.json, 'data.onboarding_status.0')).toHaveProperty('handle_name');
  });

  it.each([
    ['tiktok-everyday', []],
    ['tiktok-too-small', ['FOLLOWERS_TOO_LOW', 'NOT_ENOUGH_POSTS', 'NOT_ENOUGH_VIEWS']],
    ['tiktok-business-account', ['BUSINESS_ACCOUNT']],
    ['tiktok-under-age', ['UNDER_AGE']],
    ['tiktok-other-country', ['COUNTRY_NOT_SUPPORTED']],
    ['tiktok-korea', ['FOLLOWERS_TOO_LOW']],
    ['tiktok-few-videos', ['NOT_ENOUGH_POSTS']],
    ['tiktok-few-views', ['NOT_ENOUGH_VIEWS']],
    ['tiktok-unsuitable', ['CONTENT_NOT_SUITABLE']],
    ['tiktok-korea-under-age', ['UNDER_AGE']],
    ['tiktok-korea-eligible', []],
    ['tiktok-not-in-good-standing', ['ACCOUNT_NOT_IN_GOOD_STANDING']],
    ['tiktok-unknown-reason', ['CREATOR_UNDER_REVIEW']],
  ])('invites or rejects %s with every rule it fails: %j', async (persona, reasons) => {
    const handle = handleOf(persona);
    const { json } = await invite(handle);
    if (reasons.length === 0) expect(json).toMatchObject({ code: 0, data: { invited: [handle], rejected: [] } });
    else
      expect(json).toMatchObject({
        code: 0,
        data: { invited: [], rejected: [handle], reject_reasons: { [handle]: reasons } },
      });
    expect(column((await status(handle)).json, 'data.onboarding_status', 'status')).toEqual([
      reasons.length === 0 ? 'INVITED' : 'NOT_IN',
    ]);
  });

  it('may reject without a reason, and may leave a handle out: then it is done in part (20001)', async () => {
    const [silent, missing] = [handleOf('tiktok-no-reason'), handleOf('tiktok-left-out')];
    const { json } = await invite(silent, missing);
    expect(at(json, 'code')).toBe(20001);
    expect(at(json, 'data')).toEqual({
      in_tcm: [],
      invited: [],
      rejected: [silent],
      reject_reasons: {},
    });
    expect(column((await status(missing)).json, 'data.onboarding_status', 'status')).toEqual(['NOT_IN']);
  });

  it('lets a membership be lost: TikTok ends it, and the creator reads so', async () => {
    await box.control('personas/tiktok-member/lose-membership', {});
    expect(column((await status(handleOf('tiktok-member'))).json, 'data.onboarding_status', 'status')).toEqual([
      'NOT_IN',
    ]);
    await box.browser.post('tiktok://login', { persona: 'tiktok-member', next: '/' });
    expect((await box.browser.get('tiktok://notifications')).body).toContain('no longer in TikTok Creator Marketplace');
  });

  it('ends an open invitation on request', async () => {
    await box.control('personas/tiktok-invited/end-invitation', {});
    expect(column((await status(handleOf('tiktok-invited'))).json, 'data.onboarding_status', 'status')).toEqual([
      'NOT_IN',
    ]);
    expect((await box.control('personas/tiktok-invited/end-invitation', {})).status).toBe(400);
  });

  it('knows a creator by the new handle only, and in any case of letters', async () => {
    const old = handleOf('tiktok-member');
    await box.control('personas/tiktok-member/rename', { handle: 'renamed.member' });
    const { json } = await status(old, 'renamed.member', 'Renamed.Member');
    expect(column(json, 'data.onboarding_status', 'status')).toEqual(['INVALID', 'IN', 'IN']);
    expect((await box.control('personas/tiktok-everyday/rename', { handle: 'renamed.member' })).status).toBe(400);
    const { access } = await box.tiktokTokens('tiktok-member');
    expect((await box.tiktok('user/info/?fields=username', access)).json).toMatchObject({
      data: { user: { username: 'renamed.member' } },
    });
  });

  it('answers 40122 for a member who moved away', async () => {
    const account = `tto_tcm_account_id=${box.keys.ttcmAccount}&handle_name=${handleOf('tiktok-member-moved')}`;
    expect((await box.ttcm(`tto/tcm/creator/public/?${account}`)).json).toMatchObject({ code: 40122 });
  });

  it('takes the invitation of an old copy of the documents as well: GET with handler_names', async () => {
    const handle = handleOf('tiktok-everyday');
    const { json } = await box.ttcm(
      `tcm/creator/invite/?tcm_account_id=${box.keys.ttcmAccount}&handler_names=${names(handle)}`,
    );
    expect(json).toMatchObject({ code: 0, data: { invited: [handle] } });
  });

  it('is open in 24 countries', async () => {
    const open = 'AU BR CA EG FR DE GB ID IL IT JP MY PH RU SA SG KR ES TW TH TR AE US VN'.split(' ');
    const handle = handleOf('tiktok-everyday');
    const rejected: string[] = [];
    await box.control('personas/tiktok-everyday/set', { followers: 60_000 });
    for (const country of [...open, 'NL', 'CN', 'IN']) {
      await box.control('personas/tiktok-everyday/leave-marketplace', {});
      await box.control('personas/tiktok-everyday/set', { country });
      await box.control('clock', { advanceSeconds: 1 });
      if (listAt((await invite(handle)).json, 'data.rejected').length > 0) rejected.push(country);
    }
    expect(rejected).toEqual(['NL', 'CN', 'IN']);
  });

  it('answers each handle of one invitation in its own list', async () => {
    const { json } = await invite(handleOf('tiktok-member'), handleOf('tiktok-everyday'), 'nobody.at.all');
    expect(at(json, 'data')).toEqual({
      in_tcm: [handleOf('tiktok-member')],
      invited: [handleOf('tiktok-everyday')],
      rejected: ['nobody.at.all'],
      reject_reasons: { 'nobody.at.all': ['HANDLE_NOT_FOUND'] },
    });
  });

  it('takes an invitation once what was missing is there', async () => {
    await box.control('personas/tiktok-too-small/set', {
      followers: 12_000,
      viewsPerVideo: 5_000,
      posting: { atStart: 6, everyHours: 100 },
    });
    expect((await invite(handleOf('tiktok-too-small'))).json).toMatchObject({
      data: { invited: [handleOf('tiktok-too-small')] },
    });
  });

  it('lets the creator join: notification, View More, Join, confirmation', async () => {
    const { browser } = box;
    await browser.post('tiktok://login', { persona: 'tiktok-everyday', next: '/' });
    expect((await browser.get('tiktok://notifications')).body).toContain('Nothing new');
    await invite(handleOf('tiktok-everyday'));
    const list = await browser.get('tiktok://notifications');
    const more = /href="([^"]+)" id="view-more">View More/.exec(list.body)?.[1] ?? '';
    expect((await browser.get(`tiktok:/${more}`)).body).toContain('id="join">Join');
    const confirmation = await browser.post(`tiktok:/${more}/join`);
    expect(confirmation.body).toContain('joined Creator Marketplace');
    expect(column((await status(handleOf('tiktok-everyday'))).json, 'data.onboarding_status', 'status')).toEqual([
      'IN',
    ]);
    await box.control('personas/tiktok-everyday/leave-marketplace', {});
    expect(column((await status(handleOf('tiktok-everyday'))).json, 'data.onboarding_status', 'status')).toEqual([
      'NOT_IN',
    ]);
  });

  it('lets nobody join without an invitation', async () => {
    await box.browser.post('tiktok://login', { persona: 'tiktok-everyday', next: '/' });
    expect((await box.browser.post('tiktok://notifications/creator-marketplace/join')).body).toContain('Nothing new');
    expect((await box.control('personas/tiktok-everyday/join-marketplace', {})).status).toBe(400);
  });

  it('ends invitations only where an end is set', async () => {
    await invite(handleOf('tiktok-everyday'));
    await box.control('clock', { advanceSeconds: 400 * 86_400 });
    expect(column((await status(handleOf('tiktok-everyday'))).json, 'data.onboarding_status', 'status')).toEqual([
      'INVITED',
    ]);
    await box.control('settings', { ttcm: { invitationSeconds: 30 * 86_400 } });
    expect(column((await status(handleOf('tiktok-everyday'))).json, 'data.onboarding_status', 'status')).toEqual([
      'NOT_IN',
    ]);
  });

  it('shows members in public, with their videos, and nobody else', async () => {
    const creator = (handle: string, path = '') =>
      box.ttcm(`tto/tcm/creator/public/${path}?tto_tcm_account_id=${box.keys.ttcmAccount}&handle_name=${handle}`);
    expect((await creator(handleOf('tiktok-member'))).json).toMatchObject({
      code: 0,
      data: { handle_name: handleOf('tiktok-member'), followers_count: 25_000 },
    });
    expect((await creator(handleOf('tiktok-everyday'))).json).toMatchObject({ code: 40121 });
    expect((await creator('nobody.at.all')).json).toMatchObject({ code: 40007 });
    const videos = await creator(handleOf('tiktok-member'), 'video/list/');
    expect(at(videos.json, 'data.page_info')).toEqual({ has_more: true, cursor: 20 });
    expect(listAt(videos.json, 'data.posts')).toHaveLength(20);
  });

  it('throttles within HTTP 200', async () => {
    await box.control('settings', { ttcm: { requestsPerSecond: 1 } });
    const answers = await Promise.all([status('a'), status('b')]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers.map((answer) => at(answer.json, 'code'))).toEqual(expect.arrayContaining([0, 40100]));
  });
});
