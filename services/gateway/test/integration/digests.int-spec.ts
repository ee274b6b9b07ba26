import { Housekeeping } from '../../src/housekeeping';
import { GatewayFixture, type Owner } from './support/gateway-fixture';

const hour = 3_600_000;

describe('the morning of members', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
    await gateway.influencer('creator@example.com', {
      organisationId: crypto.randomUUID(),
      influencerId: crypto.randomUUID(),
    });
  });
  afterAll(() => gateway.stop());
  beforeEach(async () => {
    gateway.services.mailing = true;
    gateway.services.digests.length = 0;
    // A day that nobody has dealt with, at midnight in Tokyo.
    const now = gateway.clock.now().getTime();
    gateway.clock.forward(48 * hour - ((now - 15 * hour) % (24 * hour)));
    const { email, password } = owner;
    const language = { 'accept-language': 'de' };
    const answer = await gateway.browser().post('/v1/sessions', { email, password, timeZone: 'Asia/Tokyo' }, language);
    expect(answer.status).toBe(201);
  });

  const sweep = () => gateway.get(Housekeeping).run();
  const told = () => gateway.services.digests;
  const inTokyo = () =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(gateway.clock.now());

  it('is told once, at seven where they signed in, with their language; creators have none', async () => {
    gateway.clock.forward(7 * hour - 60_000);
    await sweep();
    expect(told()).toEqual([]);
    gateway.clock.forward(120_000);
    await Promise.all([sweep(), sweep()]);
    gateway.clock.forward(hour);
    await sweep();
    expect(told()).toEqual([
      {
        organisationId: owner.organisationId,
        userId: owner.userId,
        role: 'owner',
        to: owner.email,
        locales: ['de'],
        timeZone: 'Asia/Tokyo',
        day: inTokyo(),
      },
    ]);
    gateway.clock.forward(23 * hour);
    await sweep();
    expect(told()).toHaveLength(2);
    expect(told()[1]!['day']).toBe(inTokyo());
  });

  it('is told later in the same morning when notifications was away, and not any more after it', async () => {
    gateway.clock.forward(7 * hour + 60_000);
    gateway.services.mailing = false;
    await sweep();
    gateway.services.mailing = true;
    gateway.clock.forward(hour);
    await sweep();
    expect(told()).toHaveLength(1);

    gateway.services.mailing = false;
    gateway.clock.forward(23 * hour);
    await sweep();
    gateway.services.mailing = true;
    gateway.clock.forward(4 * hour);
    await sweep();
    expect(told()).toHaveLength(1);
  });

  it('is nobody’s whose organisation is gone, and a place that is none is refused', async () => {
    const memberships = gateway.services.memberships.get(owner.userId)!;
    gateway.services.memberships.set(owner.userId, []);
    gateway.clock.forward(7 * hour + 60_000);
    await sweep();
    expect(told()).toEqual([]);
    gateway.services.memberships.set(owner.userId, memberships);
    const { email, password } = owner;
    const nowhere = await gateway.browser().post('/v1/sessions', { email, password, timeZone: 'Nowhere/At_all' });
    expect(nowhere.status).toBe(400);
  });
});
