import { EventFollower } from '../../src/live-updates/event-follower';
import { call, type Browser } from './support/browser';
import { EventProducer } from './support/event-producer';
import { EventStream } from './support/event-stream';
import { eventually, GatewayFixture, type Owner } from './support/gateway-fixture';

describe('live updates', () => {
  const producer = new EventProducer();
  const streams: EventStream[] = [];
  let gateway: GatewayFixture;
  let owner: Owner;
  let member: Browser;

  beforeAll(async () => {
    await producer.start();
    gateway = await GatewayFixture.start({ KAFKA_TOPIC_PREFIX: producer.prefix, KAFKA_GROUP_PREFIX: producer.prefix });
    owner = await gateway.install();
    member = await gateway.signedIn(owner);
    await eventually(() => (gateway.get(EventFollower).isConnected() ? true : undefined), 20_000);
    // A group that is new starts at the end, wherever that is when it first fetches.
    const stream = await follow(member);
    await eventually(async () => {
      await producer.publish(owner.organisationId, crypto.randomUUID());
      await new Promise((resolve) => setTimeout(resolve, 100));
      return stream.events.length > 0 ? true : undefined;
    }, 20_000);
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });
  afterAll(async () => {
    await gateway.stop();
    await producer.stop();
  });

  const follow = async (browser: Browser, headers: Record<string, string> = {}) => {
    const stream = await EventStream.open(gateway.base, { cookie: browser.cookieHeader, ...headers });
    streams.push(stream);
    return stream;
  };
  const seen = (stream: EventStream, id: string) =>
    eventually(() => stream.events.find((event) => event.id === id), 10_000);

  it('shows an event to the organisation it belongs to, and to nobody else', async () => {
    const [first] = gateway.services.memberships.get(owner.userId)!;
    const influencerId = crypto.randomUUID();
    const own = { organisationId: owner.organisationId, influencerId };
    const neighbour = { organisationId: owner.organisationId, influencerId: crypto.randomUUID() };
    const abroad = { organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID() };
    const all = {
      member: await follow(member),
      creator: await follow(await gateway.influencer('creator@example.com', own)),
      neighbour: await follow(await gateway.influencer('neighbour@example.com', neighbour)),
      abroad: await follow(await gateway.influencer('abroad@example.com', abroad)),
    };
    expect(first?.organisationId).toBe(owner.organisationId);
    await producer.publishGarbage();
    const id = await producer.publish(owner.organisationId, influencerId);
    const elsewhere = await producer.publish(abroad.organisationId, abroad.influencerId);
    const event = await seen(all.member, id);
    expect(event).toMatchObject({ event: 'AccountStateChanged', data: { influencerId, to: 'REAUTH' } });
    await seen(all.creator, id);
    await seen(all.abroad, elsewhere);
    expect(all.neighbour.events).toEqual([]);
    expect(all.abroad.events.map((one) => one.id)).toEqual([elsewhere]);
    expect(all.member.events.map((one) => one.id)).not.toContain(elsewhere);
    expect(all.creator.events.map((one) => one.id)).toEqual([id]);
  });

  it('tells members, and no creator, that there is a notice', async () => {
    const influencerId = crypto.randomUUID();
    const own = { organisationId: owner.organisationId, influencerId };
    const [members, creator] = [await follow(member), await follow(await gateway.influencer('told@example.com', own))];
    const notice = await producer.publishNotice(owner.organisationId);
    expect(await seen(members, notice)).toMatchObject({ event: 'NoticePosted', data: { kind: 'reauth' } });
    const later = await producer.publish(owner.organisationId, influencerId);
    await seen(creator, later);
    expect(creator.events.map((event) => event.event)).toEqual(['AccountStateChanged']);
  });

  it('tells who came into a campaign', async () => {
    const stream = await follow(member);
    const influencerId = crypto.randomUUID();
    const added = await producer.publishCampaign(owner.organisationId, influencerId);
    expect(await seen(stream, added)).toMatchObject({ event: 'CampaignInfluencerAdded', data: { influencerId } });
  });

  it('is a stream that nobody stores and every guard stands on', async () => {
    const stream = await follow(member);
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('tells what was missed since the last event, or that everything must be read again', async () => {
    const stream = await follow(member);
    const first = await producer.publish(owner.organisationId, crypto.randomUUID());
    await seen(stream, first);
    stream.close();
    const missed = await producer.publish(owner.organisationId, crypto.randomUUID());
    const foreign = await producer.publish(crypto.randomUUID(), crypto.randomUUID());
    const watcher = await follow(member);
    const last = await producer.publish(owner.organisationId, crypto.randomUUID());
    await seen(watcher, last);

    const back = await follow(member, { 'last-event-id': first });
    await seen(back, missed);
    await seen(back, last);
    expect(back.events.map((event) => event.id)).not.toContain(foreign);
    expect(back.events.map((event) => event.id)).not.toContain(first);
    const late = await follow(member, { 'last-event-id': crypto.randomUUID() });
    await eventually(() => late.events.find((event) => event.event === 'reset'));
  });

  it('ends with sign-out, removal and a disabled user', async () => {
    const memberships = gateway.services.memberships.get(owner.userId)!;
    const ways: ((browser: Browser) => Promise<unknown>)[] = [
      (browser) => browser.change('DELETE', '/v1/sessions/current'),
      async () => gateway.services.memberships.set(owner.userId, []),
      () => gateway.database.query('UPDATE gateway.users SET disabled_at = now()'),
    ];
    for (const end of ways) {
      const browser = await gateway.signedInAgain(owner);
      const stream = await follow(browser);
      await seen(stream, await producer.publish(owner.organisationId, crypto.randomUUID()));
      expect(stream.hasEnded).toBe(false);
      try {
        await end(browser);
        await eventually(() => stream.hasEnded || undefined);
      } finally {
        gateway.services.memberships.set(owner.userId, memberships);
        await gateway.database.query('UPDATE gateway.users SET disabled_at = NULL');
      }
    }
    member = await gateway.signedInAgain(owner);
  });

  it('is for signed-in people and for keys that may, and for no link', async () => {
    expect((await call(gateway.base, 'GET', '/v1/events')).status).toBe(401);
    const { token } = gateway.link({ needsProof: false });
    const visitor = gateway.browser();
    await visitor.get(`/a/${token}`);
    await visitor.get('/v1/link-session');
    await visitor.post('/v1/link-session');
    expect((await visitor.get('/v1/events')).status).toBe(403);
    const keyWith = async (scope: string) => {
      const made = await member.post('/v1/api-keys', { name: 'k', scopes: [scope], expiresInDays: 1 });
      return { authorization: `Bearer ${String(made.body['key'])}` };
    };
    expect((await call(gateway.base, 'GET', '/v1/events', { headers: await keyWith('posts:read') })).status).toBe(403);
    const stream = await EventStream.open(gateway.base, await keyWith('events:read'));
    streams.push(stream);
    expect(stream.status).toBe(200);
  });

  it('does not keep an idle session alive', async () => {
    const browser = await gateway.signedIn(owner);
    const stream = await follow(browser);
    gateway.clock.forward(30 * 60_000);
    await eventually(() => stream.hasEnded || undefined);
    expect((await browser.get('/v1/sessions/current')).status).toBe(401);
  });
});
