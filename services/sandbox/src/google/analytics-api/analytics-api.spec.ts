import { at, column, listAt } from '../../testing/json';
import { TestSandbox, YOUTUBE_SCOPES } from '../../testing/test-sandbox';

const DAY = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
const recent = { startDate: dayBefore(30), endDate: dayBefore(0) };

describe('YouTube Analytics', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const tokenOf = async (persona = 'youtube-creator', choice = {}) => (await box.googleTokens(persona, choice)).access;
  const rows = (json: unknown): (string | number)[][] => listAt(json, 'rows') as (string | number)[][];
  const total = (json: unknown, column: number): number =>
    rows(json).reduce((sum, row) => sum + Number(row[column]), 0);

  it('answers a table with its columns', async () => {
    const { json } = await box.analytics(
      { ...recent, dimensions: 'day', metrics: 'views,averageViewPercentage' },
      await tokenOf(),
    );
    expect(at(json, 'kind')).toBe('youtubeAnalytics#resultTable');
    expect(at(json, 'columnHeaders')).toEqual([
      { name: 'day', columnType: 'DIMENSION', dataType: 'STRING' },
      { name: 'views', columnType: 'METRIC', dataType: 'INTEGER' },
      { name: 'averageViewPercentage', columnType: 'METRIC', dataType: 'FLOAT' },
    ]);
    expect(rows(json).length).toBeGreaterThan(25);
  });

  it('does not know the newest days, and has no rows at all for a day to come', async () => {
    const token = await tokenOf();
    const { json } = await box.analytics({ ...recent, dimensions: 'day' }, token);
    const newest = String(rows(json).at(-1)?.[0]);
    expect(newest < dayBefore(2)).toBe(true);
    expect(newest >= dayBefore(4)).toBe(true);
    const future = await box.analytics({ startDate: '2030-01-01', endDate: '2030-01-02' }, token);
    expect(future.status).toBe(200);
    expect(future.json).not.toHaveProperty('rows');
  });

  it('counts the same by day, by month, by part and as a whole', async () => {
    const token = await tokenOf();
    const whole = total((await box.analytics(recent, token)).json, 0);
    for (const dimensions of [
      'day',
      'month',
      'country',
      'insightTrafficSourceType',
      'deviceType',
      'subscribedStatus',
    ]) {
      expect([dimensions, total((await box.analytics({ ...recent, dimensions }, token)).json, 1)]).toEqual([
        dimensions,
        whole,
      ]);
    }
    const split = await box.analytics({ ...recent, dimensions: 'country' }, token);
    const [country, views] = rows(split.json)[0] ?? [];
    const narrowed = await box.analytics({ ...recent, filters: `country==${String(country)}` }, token);
    expect(Math.abs(Number(rows(narrowed.json)[0]?.[0]) - Number(views))).toBeLessThan(30);
  });

  it('counts up to the newest known day, however long ago the report begins', async () => {
    const token = await tokenOf();
    const ever = {
      startDate: '2005-04-23',
      endDate: dayBefore(0),
      dimensions: 'video',
      sort: '-views',
      maxResults: '1',
    };
    const [[best, views] = []] = rows((await box.analytics(ever, token)).json);
    const lately = { ...recent, startDate: dayBefore(3_000), filters: `video==${String(best)}` };
    expect(rows((await box.analytics(lately, token)).json)).toEqual([[views]]);
    expect(Number(views)).toBeGreaterThan(1_000);
  });

  it('refuses a report with a metric that was taken away, whatever else it asks for', async () => {
    await box.control('faults', { platform: 'google', kind: 'retired_metric', metric: 'shares' });
    const token = await tokenOf();
    const refused = await box.analytics({ ...recent, metrics: 'views,shares' }, token);
    expect([refused.status, at(refused.json, 'error.errors.0.reason')]).toEqual([400, 'badRequest']);
    expect(at(refused.json, 'error.message')).toMatch(/Unknown identifier \(shares\)/);
    expect((await box.analytics({ ...recent, metrics: 'views' }, token)).status).toBe(200);
  });

  it('lists top videos, largest first, and reports one of them', async () => {
    const token = await tokenOf();
    const top = await box.analytics({ ...recent, dimensions: 'video', sort: '-views', maxResults: '5' }, token);
    const views = rows(top.json).map((row) => Number(row[1]));
    expect(views).toHaveLength(5);
    expect(views).toEqual(views.toSorted((a, b) => b - a));
    const [best] = rows(top.json)[0] ?? [];
    const one = await box.analytics({ ...recent, filters: `video==${String(best)}` }, token);
    expect(rows(one.json)).toEqual([[views[0]]]);
    const next = await box.analytics(
      { ...recent, dimensions: 'video', sort: '-views', maxResults: '2', startIndex: '2' },
      token,
    );
    expect(rows(next.json).map((row) => Number(row[1]))).toEqual(views.slice(1, 3));
  });

  it('tells the audience in percent, and leaves it out where there are too few', async () => {
    const query = { ...recent, dimensions: 'ageGroup,gender', metrics: 'viewerPercentage' };
    const { json } = await box.analytics(query, await tokenOf());
    expect(total(json, 2)).toBeCloseTo(100, 5);
    expect(rows(json)[0]?.slice(0, 2)).toEqual(['age13-17', 'female']);
    const small = await box.analytics(query, await tokenOf('youtube-small'));
    expect(small).toMatchObject({ status: 200 });
    expect(small.json).not.toHaveProperty('rows');
  });

  it.each([
    ['no ids', { ids: '' }],
    ['ids of another form', { ids: 'channel=MINE' }],
    ['a day that does not exist', { startDate: '2026-02-30' }],
    ['an end before the start', { startDate: '2026-05-02', endDate: '2026-05-01' }],
    ['an unknown metric', { metrics: 'impressions' }],
    ['top videos without an end', { dimensions: 'video', sort: '-views' }],
    ['an audience with another metric', { dimensions: 'ageGroup,gender', metrics: 'views' }],
    ['two dimensions that do not go together', { dimensions: 'country,deviceType' }],
    ['a sort by what is not asked for', { dimensions: 'day', sort: '-likes' }],
    ['an unknown filter', { filters: 'city==Berlin' }],
  ])('refuses %s', async (_what, query) => {
    expect((await box.analytics(query, await tokenOf())).status).toBe(400);
  });

  it('is closed to others: another channel, no channel, a closed one, no scope, no money', async () => {
    const reason = async (query: Record<string, string>, token: string) => {
      const { status, json } = await box.analytics(query, token);
      return [status, ...column(json, 'error.errors', 'reason')];
    };
    expect(await reason({ ids: 'channel==UCsomebodyelse' }, await tokenOf())).toEqual([403, 'forbidden']);
    expect(await reason({}, await tokenOf('youtube-no-channel'))).toEqual([403, 'forbidden']);
    expect(await reason({}, await tokenOf('youtube-closed'))).toEqual([403, 'forbidden']);
    const without = await tokenOf('youtube-other-account', { scopes: [YOUTUBE_SCOPES[1] ?? ''] });
    expect(await reason({}, without)).toEqual([403, 'insufficientPermissions']);
    expect(await reason({ metrics: 'estimatedRevenue' }, await tokenOf())).toEqual([403, 'insufficientPermissions']);
  });
});
