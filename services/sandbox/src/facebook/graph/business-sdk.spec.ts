import * as sdk from 'facebook-nodejs-business-sdk';
import { listAt, textAt } from '../../testing/json';
import { TestSandbox } from '../../testing/test-sandbox';

/** As much of Meta's SDK as is used here; it brings no types. */
interface Node {
  id: string;
  _data: Record<string, unknown>;
}
type List = Node[] & { hasNext(): boolean; next(): Promise<List> };
interface Handle extends Node {
  get(fields: string[]): Promise<Node>;
  getAccounts(fields: string[], params?: object): Promise<List>;
  getPermissions(fields: string[]): Promise<List>;
  deletePermissions(params?: object): Promise<Node>;
  getMedia(fields: string[], params?: object): Promise<List>;
  getStories(fields: string[]): Promise<List>;
  getInsights(fields: string[], params: object): Promise<List>;
}
type NodeClass = new (id: string) => Handle;
interface Batch {
  add(
    method: string,
    path: string[],
    params: object,
    files: undefined,
    good: (response: { body: object }) => void,
    bad: (response: { body: object }) => void,
  ): void;
  execute(): Promise<unknown>;
}
interface BusinessSdk {
  FacebookAdsApi: { init(token: string, locale: string, crashLog: boolean): object };
  FacebookAdsApiBatch: new (api: object) => Batch;
  User: NodeClass;
  Page: NodeClass;
  IGUser: NodeClass;
  IGMedia: NodeClass;
}
const { FacebookAdsApi, FacebookAdsApiBatch, User, Page, IGUser, IGMedia } = sdk as unknown as BusinessSdk;

const ONE = '17841000000000101';

/** Meta's own SDK runs its own calls against the sandbox: nothing of it is changed but its host. */
describe("Meta's Business SDK", () => {
  let box: TestSandbox;
  beforeAll(async () => {
    box = await TestSandbox.start();
    Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => `http://127.0.0.1:${box.port}/graph` });
  });
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const as = async (persona: string): Promise<object> =>
    FacebookAdsApi.init(await box.facebookToken(persona), 'en_US', false);
  const names = (list: Node[]): unknown[] => list.map((node) => node._data['name']);

  it('follows the list of Pages through all its parts', async () => {
    await as('creator-many-pages');
    const pages = await new User('me').getAccounts(['id', 'name', 'tasks', 'instagram_business_account'], {
      limit: 12,
    });
    const seen = [...names(pages)];
    while (pages.hasNext()) seen.push(...names(await pages.next()));
    expect(new Set(seen).size).toBe(30);
  });

  it('reads a person, a Page and its Instagram account', async () => {
    await as('creator-one-page');
    expect((await new User('me').get(['id', 'name']))._data).toMatchObject({ name: 'Creator One-Page' });
    const [page] = await new User('me').getAccounts(['id', 'name']);
    const node = await new Page(page?.id ?? '').get(['name', 'instagram_business_account', 'access_token']);
    expect(node._data).toMatchObject({ name: 'One Page', instagram_business_account: { id: ONE } });
    const account = await new IGUser(ONE).get(['username', 'followers_count', 'media_count']);
    expect(account._data).toMatchObject({ username: 'sandbox.one.page', media_count: 60 });
  });

  it('reads posts in parts, stories, and insights of post and account', async () => {
    await as('creator-one-page');
    const account = new IGUser(ONE);
    const media = await account.getMedia(['id', 'media_product_type', 'timestamp', 'like_count'], { limit: 25 });
    const ids = media.map((post) => post.id);
    while (media.hasNext()) ids.push(...(await media.next()).map((post) => post.id));
    expect(new Set(ids).size).toBe(60);
    expect((await account.getStories(['id', 'media_product_type']))[0]?._data).toMatchObject({
      media_product_type: 'STORY',
    });

    const [reach] = await new IGMedia(ids[3] ?? '').getInsights(['name', 'values'], { metric: 'reach' });
    expect(reach?._data).toMatchObject({ name: 'reach', values: [{ value: expect.any(Number) }] });
    expect(reach?._data).not.toHaveProperty('period');
    const [audience] = await account.getInsights([], {
      metric: 'follower_demographics',
      period: 'lifetime',
      metric_type: 'total_value',
      breakdown: 'country',
    });
    expect(audience?._data).toMatchObject({
      name: 'follower_demographics',
      total_value: { breakdowns: [{ dimension_keys: ['country'] }] },
    });
  });

  it('reads a series of days, and goes on to the days after them', async () => {
    await as('creator-one-page');
    const until = Math.floor(Date.now() / 1000) - 6 * 86_400;
    const span = { since: until - 3 * 86_400, until };
    const series = await new IGUser(ONE).getInsights(['name', 'values'], { metric: 'reach', period: 'day', ...span });
    const lastDay = (list: Node[]) => textAt(listAt(list[0]?._data, 'values').at(-1), 'end_time');
    const before = lastDay(series);
    expect(series.hasNext()).toBe(true);
    const after = lastDay(await series.next());
    expect(Math.round((Date.parse(after) - Date.parse(before)) / 86_400_000)).toBe(3);
  });

  it('finds what is public of another professional account', async () => {
    await as('creator-one-page');
    const named = 'business_discovery.username(sandbox.kitchen){username,followers_count,media.limit(2){id,permalink}}';
    const found = (await new IGUser(ONE).get([named]))._data['business_discovery'];
    expect(found).toMatchObject({ id: '17841000000000102', username: 'sandbox.kitchen', followers_count: 52_300 });
    expect((found as { media: { data: object[] } }).media.data).toHaveLength(2);
  });

  it('sends a batch and sorts its answers into good and bad', async () => {
    const batch = new FacebookAdsApiBatch(await as('creator-one-page'));
    const good: object[] = [];
    const bad: object[] = [];
    for (const path of [['me'], [ONE], ['17841000000000103']]) {
      batch.add(
        'GET',
        path,
        { fields: 'id' },
        undefined,
        ({ body }) => good.push(body),
        ({ body }) => bad.push(body),
      );
    }
    await batch.execute();
    expect(good).toMatchObject([{ id: expect.any(String) }, { id: ONE }]);
    expect(bad).toMatchObject([{ error: { code: 100, error_subcode: 33 } }]);
  });

  it('lists permissions, gives one back, and removes the app: its token is dead', async () => {
    await as('creator-one-page');
    const me = new User('me');
    expect((await me.getPermissions(['permission', 'status'])).map((one) => one._data)).toContainEqual({
      permission: 'instagram_basic',
      status: 'granted',
    });
    await me.deletePermissions({ permission: 'instagram_manage_insights' });
    await expect(new IGUser(ONE).getInsights([], { metric: 'reach', period: 'day' })).rejects.toMatchObject({
      status: 400,
      response: { code: 10 },
    });
    await me.deletePermissions();
    await expect(me.get(['id'])).rejects.toMatchObject({ response: { code: 190, error_subcode: 458 } });
  });

  it('words failures as the SDK expects them', async () => {
    await as('creator-one-page');
    await box.control('faults', { platform: 'facebook', kind: 'throttle', code: 80002, operation: 'graph.instagram' });
    await expect(new IGUser(ONE).get(['id'])).rejects.toMatchObject({
      name: 'FacebookRequestError',
      response: { code: 80002 },
    });
    await expect(new IGUser(ONE).get(['shoe_size'])).rejects.toMatchObject({ response: { code: 100 } });
  });
});
