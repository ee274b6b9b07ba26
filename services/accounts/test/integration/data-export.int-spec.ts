import { parse } from 'csv-parse/sync';
import { newId } from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { exportedSets } from '../../src/own-data/export/domain/exported-sets';
import { Housekeeping } from '../../src/housekeeping/housekeeping';
import { AccountsFixture, influencerIdentity, type Organisation } from './support/accounts-fixture';
import { unzip } from './support/unzip';

interface Current {
  export: { status: string; progress: { done: number; total: number }; bytes: number } | null;
}

describe('the export of everything held about a creator', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let influencerId: string;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    org = await fixture.anOrganisation();
  }, 60_000);
  beforeEach(async () => {
    influencerId = await fixture.anInfluencer(org);
  });
  afterAll(() => fixture?.stop());

  const creator = (at = org, id = influencerId, provenSecondsAgo = 0) =>
    fixture.as({
      ...influencerIdentity(at, id),
      auth_time: Math.floor(Date.now() / 1000) - provenSecondsAgo,
    });
  const gateway = () => fixture.from('gateway');
  const begin = async (id = influencerId, at = org) =>
    (await gateway().post<{ id: string | null }>('/internal/data-exports', { organisationId: at.id, influencerId: id }))
      .body.id;
  const give = (id: string, set: string, rows: object[]) =>
    gateway().post(`/internal/data-exports/${id}/rows`, { organisationId: org.id, set, rows });
  const start = (id: string, at = org) =>
    gateway().post(`/internal/data-exports/${id}/start`, { organisationId: at.id });
  const current = async (at = org, id = influencerId) =>
    (await creator(at, id).get<Current>('/v1/own-data/exports/current')).body.export;
  const becomes = (status: string) => eventually(async () => expect(await current()).toMatchObject({ status }), 30_000);
  const download = () => creator().get('/v1/own-data/exports/current/file');

  async function exported(): Promise<Map<string, string>> {
    await start((await begin())!);
    await becomes('ready');
    const { status, bytes, headers } = await download();
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' });
    expect(headers['content-length']).toBe(String(bytes.length));
    return unzip(bytes);
  }
  const rowsOf = (files: Map<string, string>, path: string) =>
    JSON.parse(files.get(`${path}.json`)!) as Record<string, unknown>[];

  it('holds every set of every service, as JSON and as CSV, and says what each is', async () => {
    const accountId = await fixture.aConnectedAccount(org, influencerId);
    const note = 'Likes bread';
    await fixture.as(org.admin).post(`/v1/influencers/${influencerId}/notes`, { text: note });
    const campaign = await fixture.as(org.admin).post<{ id: string }>('/v1/campaigns', { name: 'Summer' });
    await fixture.as(org.admin).post(`/v1/campaigns/${campaign.body.id}/influencers`, { influencerId });
    const posts = Array.from({ length: 1_200 }, (_, n) => ({ platform_post_id: `post-${n}`, caption: 'Bread', n }));
    fixture.holders.hold('collector', 'posts', influencerId, posts);
    fixture.holders.hold('oauth', 'consents', influencerId, [{ text_version: '2026-01', scopes: ['a', 'b'] }]);
    const id = (await begin())!;
    const views = Array.from({ length: 700 }, (_, n) => ({ day: '2026-01-01', role: 'admin', n }));
    expect((await give(id, 'views', views.slice(0, 400))).status).toBe(204);
    expect((await give(id, 'views', views.slice(400))).status).toBe(204);
    await start(id);
    await becomes('ready');
    const files = unzip((await download()).bytes);

    const names = exportedSets.flatMap(({ service, name }) => [`${service}/${name}.json`, `${service}/${name}.csv`]);
    expect([...files.keys()].toSorted()).toEqual(['about.json', ...names].toSorted());
    expect(rowsOf(files, 'collector/posts')).toEqual(posts);
    expect(rowsOf(files, 'oauth/consents')).toEqual([{ text_version: '2026-01', scopes: ['a', 'b'] }]);
    expect(rowsOf(files, 'gateway/views')).toEqual(views);
    expect(rowsOf(files, 'accounts/profile')).toMatchObject([{ id: influencerId, name: 'creator-two-pages' }]);
    expect(rowsOf(files, 'accounts/accounts')).toMatchObject([{ id: accountId, auth_state: 'AUTHENTICATED' }]);
    expect(rowsOf(files, 'accounts/account-history')).toMatchObject([{ account_id: accountId, cause: 'authorized' }]);
    expect(rowsOf(files, 'accounts/campaigns')).toMatchObject([{ name: 'Summer' }]);
    expect(rowsOf(files, 'accounts/notes')).toMatchObject([{ text: note }]);
    expect(rowsOf(files, 'ttcm/invitations')).toEqual([]);
    expect(files.get('oauth/consents.csv')).toContain(`"[""a"",""b""]"`);
  });

  it('has no cell that begins a formula, whoever wrote it, and leaves numbers what they are (PR-01)', async () => {
    const begins = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1'];
    fixture.holders.hold(
      'collector',
      'posts',
      influencerId,
      begins.map((caption) => ({ n: -5, caption })),
    );
    await fixture
      .as(org.admin)
      .post(`/v1/influencers/${influencerId}/notes`, { text: '=HYPERLINK("https://x.example")' });
    const files = await exported();
    const lines = (parse(files.get('collector/posts.csv')!) as string[][]).slice(1);
    expect(lines).toEqual(begins.map((caption) => ['-5', `'${caption}`]));
    expect(files.get('accounts/notes.csv')).toContain(`"'=HYPERLINK(""https://x.example"")"`);
    // Programs read the other of the two files, as it was written.
    expect(rowsOf(files, 'collector/posts')).toEqual(begins.map((caption) => ({ n: -5, caption })));
  });

  it('says first what for the data is used, who receives it, and of every file where it is from and how long it is kept (PR-01)', async () => {
    const about = JSON.parse((await exported()).get('about.json')!) as Record<string, unknown>;
    const { files, ...rest } = about as { files: Record<string, string>[] };
    expect(rest).toEqual({
      title: `Everything held about you for ${org.name}`,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      controller: org.name,
      purpose: expect.stringMatching(/^To plan campaigns and report on them/),
      recipients: [
        `Members of ${org.name}, and programs that it gave a key`,
        `Programs of ${org.name} that read its stream of events`,
      ],
      rights: expect.stringMatching(/pause the collection, take permissions back, and erase everything/),
      formats: expect.any(String),
    });
    expect(files.map(({ name }) => name)).toEqual(exportedSets.map(({ service, name }) => `${service}/${name}`));
    const said = { name: expect.any(String), about: expect.stringMatching(/../), source: expect.stringMatching(/../) };
    for (const file of files) expect(file).toEqual({ ...said, kept: expect.stringMatching(/../) });
    expect(files).toContainEqual({
      name: 'collector/posts',
      about: 'Posts with their latest figures',
      source: 'the platform, with your permission',
      kept: 'while the account is in the roster; after you take the permission back seven days, TikTok 24 hours',
    });
  });

  it('can be downloaded once, and a download that broke off was none', async () => {
    const bytes = Buffer.from(Array.from({ length: 900_000 }, () => Math.floor(Math.random() * 256)));
    fixture.holders.hold('collector', 'posts', influencerId, [
      { caption: bytes.toString('base64') },
      { caption: bytes.toReversed().toString('base64') },
    ]);
    await start((await begin())!);
    await becomes('ready');
    const [{ pieces }] = (await fixture.database.query(
      'SELECT count(*)::int AS pieces FROM accounts.data_export_pieces WHERE org_id = $1',
      [org.id],
    )) as [{ pieces: number }];
    expect(pieces).toBeGreaterThan(4);
    const headers = await fixture.door.headers({
      ...influencerIdentity(org, influencerId),
      auth_time: Math.floor(Date.now() / 1000),
    });
    const url = `${await fixture.app.getUrl()}/v1/own-data/exports/current/file`;
    const abort = new AbortController();
    const half = await fetch(url, { headers, signal: abort.signal });
    await half.body!.getReader().read();
    abort.abort();
    expect(await current()).toMatchObject({ status: 'ready' });

    const whole = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
    expect(rowsOf(unzip(whole), 'collector/posts')).toHaveLength(2);
    await becomes('fetched');
    expect((await download()).body).toMatchObject({ code: 'accounts.export_not_ready' });
    expect(
      await fixture.database.query('SELECT 1 FROM accounts.data_export_pieces WHERE org_id = $1', [org.id]),
    ).toEqual([]);
  });

  it('is made once at a time; the next one can begin after the download', async () => {
    const id = (await begin())!;
    expect(await begin()).toBeNull();
    expect(await current()).toMatchObject({ status: 'gathering' });
    await start(id);
    await becomes('ready');
    expect(await begin()).toBeNull();
    await download();
    expect(await begin()).not.toBeNull();
  });

  it('is tried again as a whole when a service breaks off, and never passes half a set for all of it', async () => {
    fixture.holders.hold('collector', 'posts', influencerId, [{ n: 1 }, { n: 2 }, { n: 3 }]);
    fixture.holders.breaksOff = 1;
    const files = await exported();
    expect(fixture.holders.breaksOff).toBe(0);
    expect(rowsOf(files, 'collector/posts')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  }, 60_000);

  it('holds nothing of another organisation of the same person, and is nobody else’s to fetch', async () => {
    const theirs = await fixture.anOrganisation('Theirs');
    const [email, same] = [`${newId()}@example.com`, `same-${newId()}`];
    influencerId = await fixture.anInfluencer(org, email);
    const other = await fixture.anInfluencer(theirs, email);
    await fixture.aConnectedAccount(org, influencerId, { platformAccountId: same });
    const foreignAccount = await fixture.aConnectedAccount(theirs, other, { platformAccountId: same });
    await fixture.as(theirs.admin).post(`/v1/influencers/${other}/notes`, { text: 'a note of theirs' });
    await start((await begin())!);
    await becomes('ready');
    // The very same id under the roof of the other organisation, another creator, members.
    const asking = { ...influencerIdentity(theirs, influencerId), auth_time: Math.floor(Date.now() / 1000) };
    expect((await fixture.as(asking).get('/v1/own-data/exports/current/file')).body).toMatchObject({
      code: 'accounts.export_not_ready',
    });
    expect(await current(theirs, influencerId)).toBeNull();
    expect(await current(org, await fixture.anInfluencer(org))).toBeNull();
    expect((await fixture.as(org.owner).get('/v1/own-data/exports/current/file')).status).toBe(403);
    const text = [...unzip((await download()).bytes).values()].join('\n');
    for (const secret of [theirs.id, other, foreignAccount, 'a note of theirs', 'Theirs']) {
      expect(text).not.toContain(secret);
    }
    const organisations = new Set(fixture.holders.asked.slice(-20).map(({ organisationId }) => organisationId));
    expect(organisations).toEqual(new Set([org.id]));
    expect((await gateway().post('/internal/data-exports', { organisationId: theirs.id, influencerId })).status).toBe(
      404,
    );
  });

  it('needs a fresh proof of who is there', async () => {
    await start((await begin())!);
    await becomes('ready');
    const stale = await creator(org, influencerId, 400).get('/v1/own-data/exports/current/file');
    expect(stale).toMatchObject({ status: 401, body: { code: 'request.step_up_needed' } });
    expect(await current()).toMatchObject({ status: 'ready' });
  });

  it('is gone after a day', async () => {
    await start((await begin())!);
    await becomes('ready');
    await fixture.database.query('UPDATE accounts.data_exports SET expires_at = now() WHERE influencer_id = $1', [
      influencerId,
    ]);
    expect(await current()).toBeNull();
    expect((await download()).body).toMatchObject({ code: 'accounts.export_not_ready' });
    await fixture.app.get(Housekeeping).run();
    expect(
      await fixture.database.query('SELECT 1 FROM accounts.data_exports WHERE influencer_id = $1', [influencerId]),
    ).toEqual([]);
  });
});
