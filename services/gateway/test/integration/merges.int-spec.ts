import { randomUUID } from 'node:crypto';
import { Housekeeping } from '../../src/housekeeping';
import { eventually, GatewayFixture, linkHashOf, type Owner } from './support/gateway-fixture';

describe('an entry that became part of another one', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ SESSION_CACHE_MILLISECONDS: '0' });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  const anEntry = () => ({ organisationId: owner.organisationId, influencerId: randomUUID() });
  const signIn = async (profile: ReturnType<typeof anEntry>) => {
    const email = `${profile.influencerId}@example.com`;
    return { email, browser: await gateway.influencer(email, profile) };
  };
  /** As accounts has it, and tells it. */
  const merge = (other: ReturnType<typeof anEntry>, kept: ReturnType<typeof anEntry>) => {
    gateway.services.influencers.delete(`${other.influencerId}@example.com`);
    gateway.services.merged = [
      { organisationId: owner.organisationId, influencerId: other.influencerId, keptInfluencerId: kept.influencerId },
    ];
  };
  const viewsOf = (id: string) =>
    gateway.database.query<{ viewer_id: string; areas: string[] }>(
      'SELECT viewer_id, areas FROM gateway.data_views WHERE subject_id = $1 ORDER BY viewer_id',
      [id],
    );

  it('gives nobody who signed in by it what the other’s person has: its sessions end, the other’s go on', async () => {
    const [kept, other] = [anEntry(), anEntry()];
    const [own, gone] = [await signIn(kept), await signIn(other)];
    expect(gateway.services.signIns).toEqual(expect.arrayContaining([kept.influencerId, other.influencerId]));
    merge(other, kept);
    // At once, before the gateway has heard of it.
    expect((await gone.browser.get('/v1/sessions/current')).status).toBe(401);
    await gateway.get(Housekeeping).run();
    expect(gateway.services.merged).toEqual([]);
    expect(
      await gateway.database.query('SELECT 1 FROM gateway.sessions WHERE influencer_id = $1', [other.influencerId]),
    ).toEqual([]);
    expect(await gateway.database.query('SELECT 1 FROM gateway.users WHERE email = $1', [gone.email])).toEqual([]);
    expect((await own.browser.get('/v1/sessions/current')).status).toBe(200);
  });

  it('was looked at by whom the other was looked at: each viewer stands there once a day, with all that they saw', async () => {
    const [kept, other] = [anEntry(), anEntry()];
    const member = await gateway.signedIn(owner);
    await member.get(`/v1/influencers/${kept.influencerId}`);
    await member.get(`/v1/influencers/${other.influencerId}`);
    await member.get(`/v1/influencers/${other.influencerId}/social-accounts`);
    merge(other, kept);
    for (let again = 0; again < 2; again += 1) {
      await gateway.get(Housekeeping).run();
      merge(other, kept);
    }
    expect(await viewsOf(other.influencerId)).toEqual([]);
    expect(await viewsOf(kept.influencerId)).toEqual([expect.objectContaining({ areas: ['accounts', 'profile'] })]);
  });

  it('is seen with the other one when the two are laid side by side, which both can read afterwards', async () => {
    const [kept, other] = [anEntry(), anEntry()];
    const member = await gateway.signedIn(owner);
    await member.get(`/v1/influencers/${kept.influencerId}/merge-preview?other=${other.influencerId}`);
    for (const { influencerId } of [kept, other]) expect(await viewsOf(influencerId)).toHaveLength(1);
  });

  it('has links that go on, with a proof of the kept mailbox: one given before opens nothing', async () => {
    const [kept, other] = [anEntry(), anEntry()];
    const { token, link } = gateway.link({ ...other, needsProof: true });
    const browser = gateway.browser();
    await browser.get(`/a/${token}`);
    await browser.get('/v1/link-session');
    await browser.post('/v1/link-session');
    const code = await eventually(
      () => gateway.services.mails.findLast((mail) => mail['influencerId'] === other.influencerId)?.['code'],
    );
    expect((await browser.post('/v1/link-session/proof', { code })).status).toBe(200);
    expect((await browser.get('/v1/social-accounts')).status).toBe(200);

    gateway.services.links.set(linkHashOf(token), { ...link, influencerId: kept.influencerId });
    expect((await browser.get('/v1/social-accounts')).status).toBe(401);
    await browser.get(`/a/${token}`);
    const shown = await browser.get('/v1/link-session');
    expect([shown.status, shown.body]).toEqual([200, expect.objectContaining({ begun: false, proven: false })]);
    await browser.post('/v1/link-session');
    const sent = () => gateway.services.mails.findLast((mail) => mail['influencerId'] === kept.influencerId)?.['code'];
    expect((await browser.post('/v1/link-session/proof', { code: await eventually(sent) })).status).toBe(200);
  });
});
