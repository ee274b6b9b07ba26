import { at, column, listAt, numberAt, textAt } from '../../testing/json';
import { TestSandbox } from '../../testing/test-sandbox';

const ONE = '17841000000000101';
const SMALL = '17841000000000106';

describe('insights', () => {
  let box: TestSandbox;
  let token: string;
  const posts = new Map<string, string>();

  beforeAll(async () => {
    box = await TestSandbox.start();
    token = await box.facebookToken('creator-one-page');
    const { json } = await box.graph(`${ONE}/media?limit=100&fields=media_product_type,media_type`, token);
    for (const post of listAt(json, 'data').slice(0, 50)) posts.set(textAt(post, 'media_type'), textAt(post, 'id'));
    posts.set('OLDEST', textAt(listAt(json, 'data').at(-1), 'id'));
    posts.set('STORY', textAt((await box.graph(`${ONE}/stories`, token)).json, 'data.0.id'));
  });
  afterAll(() => box.stop());

  const insights = (kind: string, query: string) => box.graph(`${posts.get(kind) ?? ''}/insights?${query}`, token);

  it.each([
    [
      'IMAGE',
      'views,reach,shares,total_interactions,reposts,likes,comments,saved,total_likes,total_views,follows,profile_visits,profile_activity',
    ],
    [
      'VIDEO',
      'views,reach,likes,comments,saved,shares,ig_reels_avg_watch_time,ig_reels_video_view_total_time,reels_skip_rate',
    ],
    ['STORY', 'views,reach,navigation,replies,link_clicks,follows,profile_visits'],
  ])('has the metrics of %s', async (kind, metrics) => {
    const { status, json } = await insights(kind, `metric=${metrics}`);
    expect(status).toBe(200);
    expect(column(json, 'data', 'name')).toEqual(metrics.split(','));
    expect(at(json, 'data.0')).toMatchObject({ period: 'lifetime', id: `${posts.get(kind)}/insights/views/lifetime` });
    expect(numberAt(json, 'data.0.values.0.value')).toBeGreaterThan(0);
  });

  it.each([
    ['IMAGE', 'ig_reels_avg_watch_time'],
    ['VIDEO', 'profile_visits'],
    ['STORY', 'saved'],
    ['IMAGE', 'replies'],
  ])('refuses for %s what only others have: %s', async (kind, metric) => {
    const { status, json } = await insights(kind, `metric=reach,${metric}`);
    expect(status).toBe(400);
    expect(json).toMatchObject({ error: { code: 100, message: expect.stringContaining('does not support') } });
  });

  it.each(['impressions', 'plays', 'video_views', 'engagement', 'taps_forward', 'exits'])(
    'refuses the removed metric %s',
    async (metric) => {
      expect((await insights('IMAGE', `metric=${metric}`)).json).toMatchObject({ error: { code: 100 } });
    },
  );

  it('breaks down what can be broken down, and says nothing sensible about the rest', async () => {
    const { json } = await insights('STORY', 'metric=navigation&breakdown=story_navigation_action_type');
    const results = listAt(json, 'data.0.total_value.breakdowns.0.results');
    const sum = results.reduce<number>((total, result) => total + numberAt(result, 'value'), 0);
    expect(sum).toBe(numberAt(json, 'data.0.total_value.value'));
    expect((await insights('IMAGE', 'metric=reach&breakdown=action_type')).json).toMatchObject({
      error: { message: 'An unknown error has occurred.' },
    });
  });

  it('counts views at Facebook only for what is shared there', async () => {
    const { json } = await box.graph(`${ONE}/media?limit=100&fields=media_product_type,media_type`, token);
    const reels = listAt(json, 'data').filter((post) => at(post, 'media_product_type') === 'REELS');
    const answers = await Promise.all(
      reels.map((post) => box.graph(`${textAt(post, 'id')}/insights?metric=facebook_views,crossposted_views`, token)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 400]));
    expect(answers.find((answer) => answer.status === 400)?.json).toMatchObject({
      error: { code: 100, message: expect.stringContaining('shared to Facebook') },
    });
  });

  it('skips posts from before the account became professional', async () => {
    expect((await insights('OLDEST', 'metric=reach')).json).toMatchObject({
      error: { code: 100, error_subcode: 2108006 },
    });
  });

  it('has nothing about children of an album', async () => {
    const { json } = await box.graph(`${posts.get('CAROUSEL_ALBUM')}?fields=children{id}`, token);
    expect((await box.graph(`${textAt(json, 'children.data.0.id')}/insights?metric=reach`, token)).json).toMatchObject({
      error: { code: 100 },
    });
  });

  it('tells days of an account, split or as a series', async () => {
    const until = Math.floor(Date.now() / 1000);
    const range = `since=${until - 7 * 86_400}&until=${until}`;
    const series = await box.graph(`${ONE}/insights?metric=reach&period=day&${range}`, token);
    expect(listAt(series.json, 'data.0.values')).toHaveLength(7);
    const total = await box.graph(
      `${ONE}/insights?metric=views&period=day&metric_type=total_value&breakdown=media_product_type&${range}`,
      token,
    );
    expect(at(total.json, 'data.0.total_value.breakdowns.0.dimension_keys')).toEqual(['media_product_type']);
  });

  it.each([
    ['period=day', 'metric is required'],
    ['metric=reach', 'period is required'],
    ['metric=impressions&period=day', 'no longer supported'],
    ['metric=profile_views&period=day', 'no longer supported'],
    ['metric=views&period=day', 'metric_type=total_value'],
    ['metric=reach&period=day&since=1700000000&until=1703000000', 'more than 30 days'],
    ['metric=follower_demographics&period=lifetime&metric_type=total_value', 'breakdown'],
    [
      'metric=follower_demographics&period=lifetime&metric_type=total_value&breakdown=age&timeframe=last_90_days',
      'not supported',
    ],
  ])('refuses %s', async (query, message) => {
    const { json } = await box.graph(`${ONE}/insights?${query}`, token);
    expect(json).toMatchObject({ error: { code: 100, message: expect.stringContaining(message) } });
  });

  it('leads from a series to the days before and after it', async () => {
    const until = Math.floor(Date.now() / 1000) - 10 * 86_400;
    const span = (from: number, to: number) => ({ since: String(from), until: String(to) });
    const { json } = await box.graph(
      `${ONE}/insights?metric=reach&period=day&since=${until - 5 * 86_400}&until=${until}`,
      token,
    );
    const queryOf = (which: string) => Object.fromEntries(new URL(textAt(json, `paging.${which}`)).searchParams);
    expect(queryOf('previous')).toMatchObject({
      metric: 'reach',
      ...span(until - 10 * 86_400, until - 5 * 86_400),
    });
    expect(queryOf('next')).toMatchObject(span(until, until + 5 * 86_400));
    const next = new URL(textAt(json, 'paging.next'));
    const following = await box.call(next.pathname + next.search, { headers: { authorization: `Bearer ${token}` } });
    expect(listAt(following.json, 'data.0.values')).toHaveLength(5);
    const total = await box.graph(`${ONE}/insights?metric=reach&period=day&metric_type=total_value`, token);
    expect(total.json).not.toHaveProperty('paging');
  });

  it('tells when followers are online, by hour, and followers gained, of the last 30 days only', async () => {
    const online = await box.graph(`${ONE}/insights?metric=online_followers&period=lifetime`, token);
    const hours = at(online.json, 'data.0.values.0.value') as Record<string, number>;
    expect(Object.keys(hours)).toEqual(Array.from({ length: 24 }, (_, hour) => String(hour)));
    expect(Math.max(...Object.values(hours))).toBeLessThan(18_400);
    const old = Math.floor(Date.now() / 1000) - 40 * 86_400;
    for (const query of ['metric=online_followers&period=lifetime', 'metric=follower_count&period=day']) {
      const { json } = await box.graph(`${ONE}/insights?${query}&since=${old}&until=${old + 86_400}`, token);
      expect(json).toMatchObject({ error: { code: 100, message: expect.stringContaining('last 30 days') } });
    }
    const small = await box.facebookToken('creator-small-audience');
    for (const query of ['metric=online_followers&period=lifetime', 'metric=follower_count&period=day'])
      expect((await box.graph(`${SMALL}/insights?${query}`, small)).json).toEqual({ data: [] });
  });

  it('knows the audience of an account, and names the timeframe when one was asked for', async () => {
    const ask = (more: string) =>
      box.graph(`${ONE}/insights?metric=follower_demographics&period=lifetime&metric_type=total_value&${more}`, token);
    expect(at((await ask('breakdown=country')).json, 'data.0.total_value.breakdowns.0.dimension_keys')).toEqual([
      'country',
    ]);
    // Meta's own sample writes the parameter with an s.
    const month = await ask('breakdowns=age&timeframe=this_month');
    expect(at(month.json, 'data.0.total_value.breakdowns.0.results.0.dimension_values.0')).toBe('THIS_MONTH');
  });

  it('answers an empty list, not zeros, about a small account, and error 10 about a story few saw', async () => {
    const small = await box.facebookToken('creator-small-audience');
    const demographics = await box.graph(
      `${SMALL}/insights?metric=follower_demographics&period=lifetime&metric_type=total_value&breakdown=age`,
      small,
    );
    expect(demographics.json).toEqual({ data: [] });
    const stories = column((await box.graph(`${SMALL}/stories`, small)).json, 'data', 'id');
    const answers = await Promise.all(stories.map((id) => box.graph(`${String(id)}/insights?metric=reach`, small)));
    expect(answers.map((answer) => at(answer.json, 'error.code'))).toContain(10);
  });

  it('counts no replies to stories in Europe', async () => {
    const kitchen = await box.facebookToken('creator-two-pages');
    const repliesOf = async (account: string) => {
      const stories = column((await box.graph(`${account}/stories`, kitchen)).json, 'data', 'id');
      const answers = await Promise.all(
        stories.map((id) => box.graph(`${String(id)}/insights?metric=replies,reach`, kitchen)),
      );
      return answers.map(({ json }) => numberAt(json, 'data.0.values.0.value'));
    };
    expect(Math.max(...(await repliesOf('17841000000000102')))).toBeGreaterThan(0);
    expect(await repliesOf('17841000000000103')).toEqual([0, 0]);
  });

  it('keeps insights of a post for two years', async () => {
    const other = await TestSandbox.start();
    const post = posts.get('IMAGE') ?? '';
    const ask = async () =>
      (await other.graph(`${post}/insights?metric=reach`, await other.facebookToken('creator-one-page'))).json;
    await other.control('clock', { advanceSeconds: 600 * 86_400 });
    expect(listAt(await ask(), 'data')).toHaveLength(1);
    await other.control('clock', { advanceSeconds: 131 * 86_400 });
    expect(await ask()).toEqual({ data: [] });
    await other.stop();
  });

  it('still counts impressions of what was posted before July 2024', async () => {
    const then = await TestSandbox.start({}, () => Date.UTC(2024, 7, 1));
    const mine = await then.facebookToken('creator-one-page');
    const { json } = await then.graph(`${ONE}/media?limit=100&fields=timestamp,media_product_type`, mine);
    const statuses = new Set<string>();
    for (const post of listAt(json, 'data').slice(0, 50)) {
      const { status } = await then.graph(`${textAt(post, 'id')}/insights?metric=impressions`, mine);
      statuses.add(`${Date.parse(textAt(post, 'timestamp')) < Date.UTC(2024, 6, 2) ? 'before' : 'after'}: ${status}`);
    }
    expect(statuses).toEqual(new Set(['before: 200', 'after: 400']));
    await then.stop();
  });

  it('loses a story and its insights after a day', async () => {
    const other = await TestSandbox.start();
    const mine = await other.facebookToken('creator-one-page');
    const story = textAt((await other.graph(`${ONE}/stories`, mine)).json, 'data.0.id');
    await other.control('clock', { advanceSeconds: 86_400 });
    expect((await other.graph(`${story}/insights?metric=reach`, mine)).json).toMatchObject({
      error: { code: 100, error_subcode: 33 },
    });
    await other.stop();
  });
});
