import { parquetReadObjects } from 'hyparquet';
import { newId, type AuthState } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { Identity } from '@creator-connect/security';
import { proven, type TestOrganisation } from '@creator-connect/security/testing';
import { CollectorFixture, type Creator } from './support/fixture';

interface Point {
  day: string;
  value: number | null;
  since: string | null;
  gap: string | null;
}

interface Daily {
  collectedAt: string | null;
  series: { name: string; lack: string | null; points: Point[] }[];
  gaps: { from: string; to: string | null; cause: string }[];
}

/** Figures of an account over time: what is drawn, what is a gap, and what can be taken away as a file. */
describe('the figures of an account', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  beforeEach(() => fixture.sandbox.reset());
  afterAll(() => fixture?.stop());

  const change = (creator: Creator, from: AuthState, to: AuthState, version: number, cause = 'authorized') =>
    fixture.tellState(creator, { from, to, cause }, version);
  const aCreator = async (): Promise<Creator> => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    await fixture.authorize(creator.accountId, 'tiktok-everyday');
    await change(creator, 'NON_AUTH', 'AUTHENTICATED', 1);
    await fixture.collected(creator);
    return creator;
  };
  const ask = (creator: Creator, what: string, as = proven(org.viewer)) =>
    fixture.call(as, 'GET', `/v1/social-accounts/${creator.accountId}/${what}`);
  const daily = async (creator: Creator, range = 'days=30') =>
    (await ask(creator, `metrics/daily?${range}`)).body as unknown as Daily;
  const seriesOf = ({ series }: Daily, name: string) => series.find((one) => one.name === name)!;
  const told = (creator: Creator) => fixture.published('CollectionGap', creator);
  const today = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());

  it('are shown day by day in the days of the reader, with what the posts add up to', async () => {
    const creator = await aCreator();
    const before = today('Pacific/Auckland');
    const shown = await daily(creator, 'days=3&timeZone=Pacific/Auckland');
    expect(shown.series.map(({ name }) => name)).toEqual([
      'followers',
      'posts',
      'post_views',
      'post_reach',
      'post_engagements',
    ]);
    const followers = seriesOf(shown, 'followers');
    expect(followers.points).toHaveLength(3);
    expect([before, today('Pacific/Auckland')]).toContain(followers.points[2]!.day);
    expect(followers.points.map(({ value }) => value)).toEqual([null, null, expect.any(Number)]);

    const { items } = (await ask(creator, 'posts?limit=100')).body as {
      items: { metrics: { name: string; value: number }[] }[];
    };
    const sum = (...names: string[]) =>
      items
        .flatMap(({ metrics }) => metrics)
        .reduce((total, { name, value }) => total + (names.includes(name) ? value : 0), 0);
    expect(seriesOf(shown, 'post_views').points[2]!.value).toBe(sum('views'));
    expect(seriesOf(shown, 'post_engagements').points[2]!.value).toBe(sum('likes', 'comments', 'shares'));
    // TikTok tells no reach, and nobody makes a zero of it.
    expect(seriesOf(shown, 'post_reach')).toEqual({ name: 'post_reach', lack: 'not_told', points: [] });
    expect(shown.gaps).toEqual([]);
  });

  it('have a gap with its cause where an authorization was missing; it is told once, when it is over', async () => {
    const creator = await aCreator();
    await fixture.daysPass(creator, 10);
    await change(creator, 'AUTHENTICATED', 'REAUTH', 2, 'password_changed');
    await fixture.daysPass(creator, 5);
    const open = await daily(creator);
    expect(open.gaps).toEqual([{ from: expect.any(String), to: null, cause: 'password_changed' }]);
    expect(seriesOf(open, 'followers').points.at(-1)).toMatchObject({ value: null, gap: 'password_changed' });
    expect(await told(creator)).toEqual([]);

    await change(creator, 'REAUTH', 'AUTHENTICATED', 3);
    await until('the gap is told', async () => (await told(creator)).length > 0, 30_000);
    const points = seriesOf(await daily(creator), 'followers').points.slice(-16);
    const known = points.map(({ value }) => value !== null);
    expect(known).toEqual([...Array<boolean>(11).fill(true), false, false, false, false, true]);
    expect(points.slice(-5, -1).map(({ gap }) => gap)).toEqual(Array(4).fill('password_changed'));
    await fixture.nextTurn(creator);
    expect(await told(creator)).toEqual([
      {
        ...creator,
        platform: 'tiktok',
        subject: 'account',
        reason: 'password_changed',
        from: open.gaps[0]!.from,
        to: expect.any(String),
      },
    ]);
  });

  it('have a gap for what a platform refused, and for turns in which nobody tried', async () => {
    const creator = await aCreator();
    await fixture.daysPass(creator, 4);
    await fixture.nextTurn(creator);
    await fixture.sandbox.fault({ platform: 'tiktok', operation: 'tiktok.user.info', kind: 'throttle', times: 3 });
    await fixture.service.database.query('UPDATE collector.feeds SET due_at = now() WHERE id = $1', [
      creator.accountId,
    ]);
    await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
    await fixture.sandbox.clearFaults();
    await fixture.daysPass(creator, 3);
    await fixture.nextTurn(creator);
    expect((await daily(creator)).gaps.map(({ cause }) => cause)).toEqual(['not_run', 'throttled']);
    expect((await told(creator)).map(({ reason }) => reason)).toEqual(['not_run', 'throttled']);
  });

  it('have no gap where the next turn came in time, whatever happened before it', async () => {
    const creator = await aCreator();
    await change(creator, 'AUTHENTICATED', 'REAUTH', 2, 'password_changed');
    await change(creator, 'REAUTH', 'AUTHENTICATED', 3);
    await fixture.nextTurn(creator);
    expect((await daily(creator)).gaps).toEqual([]);
    expect(await told(creator)).toEqual([]);
  });

  it('keep the cause of a gap when more is said of an account that stands still', async () => {
    const creator = await aCreator();
    await change(creator, 'AUTHENTICATED', 'REAUTH', 2, 'password_changed');
    await fixture.daysPass(creator, 2);
    await change(creator, 'REAUTH', 'REAUTH', 3, 'extended');
    expect((await daily(creator)).gaps.map(({ cause }) => cause)).toEqual(['password_changed']);
  });

  it('are hidden with everything else when the permission was taken back, in files as well', async () => {
    const creator = await aCreator();
    await change(creator, 'AUTHENTICATED', 'NON_AUTH', 2, 'revoked_by_person');
    const shown = await daily(creator);
    expect(shown).toMatchObject({ collectedAt: null, gaps: [] });
    expect(shown.series.flatMap(({ points }) => points)).toEqual([]);
    for (const table of ['posts', 'metrics', 'audience']) {
      const { status, text } = await ask(creator, `exports/${table}`);
      expect([table, status, text.trim().split('\n')]).toEqual([table, 200, [expect.stringMatching(/^\w+(,\w+)+$/)]]);
    }
  });

  it('are no file to whoever showed longer ago than five minutes who they are (SE-06)', async () => {
    const creator = await aCreator();
    const own: Identity = { kind: 'influencer', sub: newId(), org: org.id, influencer: creator.influencerId };
    const key: Identity = { ...org.nobody, scopes: ['posts:read'] };
    for (const table of ['posts', 'metrics', 'audience']) {
      for (const stolen of [org.viewer, proven(org.owner, 301), proven(own, 301)]) {
        const { status, body } = await ask(creator, `exports/${table}`, stolen);
        expect([table, status, body['code']]).toEqual([table, 401, 'request.step_up_needed']);
      }
      for (const fresh of [proven(own, 290), key])
        expect((await ask(creator, `exports/${table}`, fresh)).status).toBe(200);
    }
  });

  it('can be taken away as CSV and as Parquet, with the same rows', async () => {
    const creator = await aCreator();
    const { items } = (await ask(creator, 'posts?limit=100')).body as { items: { platformPostId: string }[] };
    const csv = await ask(creator, 'exports/posts?format=csv');
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="posts.csv"',
      'cache-control': 'no-store',
    });
    expect(csv.text.split('\n')[0]).toBe(
      'platform_post_id,kind,posted_at,permalink,caption,hashtags,comments,likes,shares,views,as_of',
    );
    const parquet = await read(creator, 'posts?format=parquet');
    expect(parquet.map((row) => row['platform_post_id'])).toEqual(items.map(({ platformPostId }) => platformPostId));
    expect(parquet[0]).toMatchObject({ kind: 'video', views: expect.any(Number), posted_at: expect.any(Date) });

    const followers = seriesOf(await daily(creator, 'days=7'), 'followers').points;
    const rows = (await read(creator, 'metrics?format=parquet&days=7')).filter((row) => row['metric'] === 'followers');
    expect(rows.map(({ day, value, gap }) => ({ day, value, gap }))).toEqual(
      followers.map(({ day, value, gap }) => ({ day, value, gap })),
    );
  });

  async function read({ accountId }: Creator, what: string): Promise<Record<string, unknown>[]> {
    const headers = await fixture.identities.headers(proven(org.viewer), 'collector');
    const url = `/v1/social-accounts/${accountId}/exports/${what}`;
    const { rawPayload, statusCode } = await fixture.service.app.inject({ method: 'GET', url, headers });
    expect(statusCode).toBe(200);
    const { buffer, byteOffset, byteLength } = rawPayload;
    return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
  }

  it.each(['%2B02:00', 'Mars/Olympus', 'GMT-14:99'])('have no days in the time zone %s', async (timeZone) => {
    const creator = await aCreator();
    const { status, body } = await ask(creator, `metrics/daily?timeZone=${timeZone}`);
    expect([status, body['code']]).toEqual([400, 'request.invalid']);
  });

  it('parks nothing of all this', async () => {
    expect(await fixture.service.parked()).toBe(0);
  });
});
