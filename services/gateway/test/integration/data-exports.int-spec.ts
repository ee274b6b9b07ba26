import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Browser } from './support/browser';
import { eventually, GatewayFixture, type Owner } from './support/gateway-fixture';

describe('an export of everything held about a creator', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let influencerId: string;
  let creator: Browser;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ LIMIT_CODES_PER_REQUEST: '3' });
    owner = await gateway.install();
    gateway.services.answer = ({ url }, response) => json(response, url === '/v1/own-data' ? ownData() : {});
  });
  afterAll(() => gateway.stop());
  beforeEach(async () => {
    influencerId = randomUUID();
    gateway.services.exports.clear();
    creator = await gateway.influencer(`${influencerId}@example.com`, {
      organisationId: owner.organisationId,
      influencerId,
    });
    await creator.get('/v1/sessions/current');
  });

  const ownData = () => ({
    organisation: { id: owner.organisationId, name: 'North Agency' },
    since: new Date().toISOString(),
    accountIds: [],
    campaigns: [],
  });
  const begin = (browser = creator) => browser.post('/v1/own-data/exports');
  const mailedCode = () =>
    eventually(() => gateway.services.mails.findLast((mail) => mail['influencerId'] === influencerId)?.['code']);
  const prove = (code: string) => creator.post('/v1/sessions/current/step-up', { code });

  it('is begun for the person who asks, with what the gateway itself holds about them', async () => {
    const member = await gateway.signedIn(owner);
    await member.get(`/v1/influencers/${influencerId}`);
    await member.get(`/v1/influencers/${randomUUID()}`);
    expect((await begin()).status).toBe(204);
    const [begun] = [...gateway.services.exports.values()];
    expect(begun).toMatchObject({ organisationId: owner.organisationId, influencerId, started: true });
    expect(begun!.rows['sign-ins']).toMatchObject([{ email: `${influencerId}@example.com`, kind: 'influencer' }]);
    expect(begun!.rows['browsers']).toMatchObject([{ firstSeenAt: expect.any(String) as string }]);
    expect(begun!.rows['views']).toMatchObject([{ role: 'owner', areas: ['profile'] }]);
    const text = JSON.stringify(begun!.rows);
    for (const secret of [owner.email, owner.userId]) expect(text).not.toContain(secret);

    // One that is under way is left alone.
    const { rows } = structuredClone(begun!);
    expect((await begin()).status).toBe(204);
    expect(begun!.rows).toEqual(rows);
  });

  it('needs a proof of at most five minutes ago, which a code in the creator’s own mailbox is', async () => {
    gateway.clock.forward(6 * 60_000);
    expect((await begin()).body).toMatchObject({ status: 401, code: 'request.step_up_needed' });
    expect(gateway.services.exports.size).toBe(0);
    const before = creator.cookies.get('__Host-session');

    expect((await creator.post('/v1/sessions/current/step-up/codes')).status).toBe(204);
    const code = await mailedCode();
    expect(gateway.services.mails.at(-1)).toMatchObject({ kind: 'step-up-code', influencerId });
    expect((await prove(code === '000000' ? '000001' : '000000')).body).toMatchObject({ code: 'gateway.code_wrong' });
    expect((await begin()).body).toMatchObject({ code: 'request.step_up_needed' });
    expect((await prove(code)).status).toBe(200);
    expect(creator.cookies.get('__Host-session')).not.toBe(before);
    expect((await begin()).status).toBe(204);
    // A code works once.
    expect((await prove(code)).status).toBeGreaterThanOrEqual(400);
  });

  it('sends codes to the creator alone, and not without end', async () => {
    for (let time = 0; time < 3; time += 1) {
      expect((await creator.post('/v1/sessions/current/step-up/codes')).status).toBe(204);
    }
    expect((await creator.post('/v1/sessions/current/step-up/codes')).status).toBe(429);
    const member = await gateway.signedIn(owner);
    await member.get('/v1/sessions/current');
    expect((await member.post('/v1/sessions/current/step-up/codes')).status).toBe(403);
    expect((await gateway.browser().post('/v1/sessions/current/step-up/codes')).status).toBe(401);
  });

  it('is nobody else’s to begin', async () => {
    const member = await gateway.signedIn(owner);
    await member.get('/v1/sessions/current');
    expect((await begin(member)).status).toBe(403);
    expect((await begin(gateway.browser())).status).toBe(401);
    expect(gateway.services.exports.size).toBe(0);
  });

  it('is not fetched by HEAD, which would spend it', async () => {
    const path = '/v1/own-data/exports/current/file';
    expect((await creator.change('HEAD', path)).status).toBe(400);
    expect(gateway.services.forwarded().filter(({ url }) => url === path)).toEqual([]);
  });
});

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
