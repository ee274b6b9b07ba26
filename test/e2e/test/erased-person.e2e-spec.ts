import { randomBytes } from 'node:crypto';
import { join, relative } from 'node:path';
import { Story } from '../src';
import { eventually, must } from '../src/doors/wait';
import type { GatewayDoor } from '../src/doors/gateway';
import { connectByLink, signIn, type Influencer } from '../src/journeys/people';
import { kafkaFolder } from '../src/leaks/places';
import { filesWith } from '../src/leaks/text-search';
import { ThoroughDatabase } from '../src/leaks/thorough-database';
import { systemStatus } from '../src/system-status';

/** A word that stands nowhere else, in small letters and digits as a handle has them. */
const word = (what: string) => `${what}${randomBytes(5).toString('hex')}`;

/** Topics that hold what was collected, until their seven days are over (ADR 16). */
const collected = /^collector\.(?:post|profile)\.v1-\d+\//;

describe('an erased person (PR-02)', () => {
  const home = process.env['CONNECT_HOME'] ?? '';
  const person = { name: word('name'), note: word('note'), caption: word('caption'), handle: word('handle') };
  const email = `${word('mail')}@creators.example`;
  const traces = [...Object.values(person), email];
  let story: Story;
  let database: ThoroughDatabase;
  let topics: string;
  let admin: GatewayDoor;
  let influencer: Influencer;

  const inTopics = async () => {
    const found = filesWith(topics, traces);
    return [...found].map(([file, texts]) => ({ file: relative(topics, file), texts: [...texts] }));
  };

  beforeAll(async () => {
    must(home, 'the search is given a started system (run it through `npm test`)');
    story = await Story.begin(systemStatus());
    database = await ThoroughDatabase.open(home);
    topics = await kafkaFolder(home);
    await story.sandbox.does('tiktok-to-forget', 'set', { caption: person.caption });
    await story.sandbox.does('tiktok-to-forget', 'rename', { handle: person.handle });
    admin = await story.admin();
    const { id } = await admin.post<{ id: string }>('/v1/influencers', { name: person.name, email });
    influencer = { id, email };
    await admin.post(`/v1/influencers/${id}/notes`, { text: `Says: ${person.note}` });
    const account = await connectByLink(story, admin, influencer, 'tiktok', 'TikTok to forget');
    await story.event('PostCollected', account.id);
    const collection = `/v1/social-accounts/${account.id}/collections`;
    await eventually(
      'the end of the collection',
      async () => (await admin.get<{ lastCollectedAt: string | null }>(collection)).lastCollectedAt ?? undefined,
    );
  });

  afterAll(async () => {
    await database?.close();
    await story?.end();
  });

  it('stands in tables, files and topics before: the search sees what it looks for', async () => {
    for (const text of traces)
      expect({ text, tables: await database.tablesWith([text]) }).not.toMatchObject({ tables: [] });
    const files = filesWith(database.folder, traces);
    expect(new Set([...files.values()].flatMap((texts) => [...texts]))).toEqual(new Set(traces));
    expect([...files.keys()].some((file) => file.includes('/pg_wal/'))).toBe(true);
    expect((await inTopics()).map(({ texts }) => texts)).toContainEqual(expect.arrayContaining([person.caption]));
  });

  it('is gone from every table when the receipt says so, and was never in a log', async () => {
    const creator = await signIn(story, influencer);
    await creator.post('/v1/own-data/exports');
    const { receipt } = await creator.post<{ receipt: string }>('/v1/own-data/erasure', {
      organisation: 'Acme Talent',
    });
    await eventually('the end of the erasure', async () => {
      const { doneAt } = await story.visitor().post<{ doneAt: string | null }>('/v1/erasure-receipts', { receipt });
      return doneAt ?? undefined;
    });
    expect(await database.tablesWith(traces)).toEqual([]);
    expect([...filesWith(join(home, 'logs'), traces).keys()]).toEqual([]);
  });

  it('is in no file of the database once deleted rows are cleared away, nor in its write-ahead log', async () => {
    await database.forgetDeleted();
    const left = async () => [...filesWith(database.folder, traces).keys()];
    // A server that ends a checkpoint removes files a moment later.
    await eventually('the files to be free of it', async () => (await left()).length === 0 || undefined);
    expect(await left()).toEqual([]);
  });

  it('is in no topic but those of what was collected, and there by handle, display name and caption alone', async () => {
    const found = await inTopics();
    expect(found.filter(({ file }) => !collected.test(file))).toEqual([]);
    expect(new Set(found.flatMap(({ texts }) => texts))).toEqual(new Set([person.caption, person.handle]));
  });
});
