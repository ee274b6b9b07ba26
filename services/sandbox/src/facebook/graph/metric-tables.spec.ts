import { at, column, listAt, textAt } from '../../testing/json';
import { TestSandbox } from '../../testing/test-sandbox';

const ONE = '17841000000000101';

/** The two tables of Meta's insights references, cell by cell. */
describe('which metric goes with what', () => {
  let box: TestSandbox;
  let token: string;
  const posts: Record<string, string> = {};
  beforeAll(async () => {
    box = await TestSandbox.start();
    token = await box.facebookToken('creator-one-page');
    const { json } = await box.graph(`${ONE}/media?limit=50&fields=media_product_type`, token);
    for (const post of listAt(json, 'data')) posts[textAt(post, 'media_product_type')] = textAt(post, 'id');
    posts['STORY'] = textAt((await box.graph(`${ONE}/stories`, token)).json, 'data.0.id');
  });
  afterAll(() => box.stop());

  const ALL = 'FEED REELS STORY';
  it.each([
    ...['views', 'reach', 'shares', 'total_interactions', 'reposts', 'total_views'].map((name) => [name, ALL]),
    ...['likes', 'comments', 'saved', 'total_likes', 'total_comments'].map((name) => [name, 'FEED REELS']),
    ...['follows', 'profile_visits', 'profile_activity'].map((name) => [name, 'FEED STORY']),
    ...['ig_reels_avg_watch_time', 'ig_reels_video_view_total_time', 'reels_skip_rate'].map((name) => [name, 'REELS']),
    ...['navigation', 'replies', 'link_clicks'].map((name) => [name, 'STORY']),
    ...['plays', 'clips_replays_count', 'ig_reels_aggregated_all_plays_count', 'video_views', 'engagement'].map(
      (name) => [name, ''],
    ),
    ...['impressions', 'taps_forward', 'exits', 'carousel_album_reach'].map((name) => [name, '']),
  ])('of a post: %s has %s', async (metric = '', surfaces = '') => {
    const has: string[] = [];
    for (const surface of ALL.split(' ')) {
      const { status, json } = await box.graph(`${posts[surface] ?? ''}/insights?metric=${metric}`, token);
      if (status === 200) has.push(surface);
      else expect(json).toMatchObject({ error: { code: 100 } });
    }
    expect(has).toEqual(surfaces.split(' ').filter((word) => word !== ''));
  });

  const BREAKDOWNS = 'media_product_type follow_type follower_type contact_button_type age city country gender'.split(
    ' ',
  );
  const daily = (name: string, breakdowns: string) => [name, 'day', breakdowns];
  it.each([
    daily('reach', 'media_product_type follow_type'),
    daily('views', 'media_product_type follower_type'),
    daily('accounts_engaged', ''),
    ...['total_interactions', 'likes', 'comments', 'saves', 'shares'].map((name) => daily(name, 'media_product_type')),
    daily('replies', ''),
    daily('reposts', ''),
    daily('follows_and_unfollows', 'follow_type'),
    daily('profile_links_taps', 'contact_button_type'),
    ['follower_demographics', 'lifetime', 'age city country gender'],
    ['engaged_audience_demographics', 'lifetime', 'age city country gender'],
  ])('of an account: %s by %s can be split by %s', async (metric = '', period = '', breakdowns = '') => {
    const ask = (more: string) =>
      box.graph(`${ONE}/insights?metric=${metric}&period=${period}&metric_type=total_value${more}`, token);
    const works: string[] = [];
    for (const breakdown of BREAKDOWNS) {
      const { status, json } = await ask(`&breakdown=${breakdown}`);
      if (status !== 200) continue;
      works.push(breakdown);
      expect(at(json, 'data.0.total_value.breakdowns.0.dimension_keys')).toEqual([breakdown]);
    }
    expect(works.join(' ')).toBe(breakdowns);
    const other = period === 'day' ? 'lifetime' : 'day';
    const wrong = await box.graph(`${ONE}/insights?metric=${metric}&period=${other}&metric_type=total_value`, token);
    expect(wrong.json).toMatchObject({ error: { code: 100 } });
  });

  it('tells the values of demographics as documented', async () => {
    const keys = async (breakdown: string) => {
      const { json } = await box.graph(
        `${ONE}/insights?metric=follower_demographics&period=lifetime&metric_type=total_value&breakdown=${breakdown}`,
        token,
      );
      return column(json, 'data.0.total_value.breakdowns.0.results', 'dimension_values').map(String);
    };
    expect((await keys('age')).toSorted()).toEqual(['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+']);
    expect((await keys('gender')).toSorted()).toEqual(['F', 'M', 'U']);
    for (const country of await keys('country')) expect(country).toMatch(/^[A-Z]{2}$/);
    const cities = await keys('city');
    expect(cities.length).toBeLessThanOrEqual(45);
    for (const city of cities) expect(city).toMatch(/^.+, .+$/);
  });
});
