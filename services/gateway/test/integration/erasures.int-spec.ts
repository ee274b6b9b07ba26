import { randomUUID } from 'node:crypto';
import { tracesOf } from '@creator-connect/persistence/testing';
import { Housekeeping } from '../../src/housekeeping';
import { GatewayFixture, type Owner } from './support/gateway-fixture';

describe('an influencer who was erased', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    // A mailbox that stands in two rosters is asked about anew for each sign-in.
    gateway = await GatewayFixture.start({ SESSION_CACHE_MILLISECONDS: '0' });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  const aCreator = async (organisationId = owner.organisationId) => {
    const person = { organisationId, influencerId: randomUUID(), accountId: randomUUID() };
    const email = `${person.influencerId}@example.com`;
    return { ...person, email, browser: await gateway.influencer(email, person) };
  };
  const textOf = async (table: string) =>
    JSON.stringify(await gateway.database.query(`SELECT * FROM gateway.${table}`));

  it('leaves neither address, session nor looks here, and that is confirmed; everybody else stays', async () => {
    const [creator, neighbour] = [await aCreator(), await aCreator()];
    const member = await gateway.signedIn(owner);
    for (const { influencerId, accountId } of [creator, neighbour]) {
      await member.get(`/v1/influencers/${influencerId}`);
      await member.get(`/v1/social-accounts/${accountId}/posts`);
    }
    const { organisationId, influencerId, accountId, email } = creator;
    gateway.services.erased = [{ organisationId, influencerId, accountIds: [accountId] }];
    gateway.services.influencers.delete(email);
    await gateway.get(Housekeeping).run();

    expect(gateway.services.erased).toEqual([]);
    expect(await tracesOf(gateway.database, [email, influencerId, accountId])).toEqual([]);
    expect(await textOf('sign_in_links')).not.toContain(email);
    expect((await creator.browser.get('/v1/sessions/current')).status).toBe(401);
    expect(await textOf('users')).toContain(neighbour.email);
    expect(await textOf('data_views')).toContain(neighbour.influencerId);
    expect((await neighbour.browser.get('/v1/sessions/current')).status).toBe(200);
    expect((await member.get('/v1/sessions/current')).status).toBe(200);
  });

  it('keeps what they are at another organisation', async () => {
    const creator = await aCreator();
    const elsewhere = { organisationId: randomUUID(), influencerId: randomUUID() };
    const other = await gateway.influencer(creator.email, elsewhere);
    const { organisationId, influencerId } = creator;
    gateway.services.erased = [{ organisationId, influencerId, accountIds: [] }];
    await gateway.get(Housekeeping).run();
    expect((await other.get('/v1/sessions/current')).status).toBe(200);
    expect(await textOf('users')).toContain(creator.email);
  });
});
