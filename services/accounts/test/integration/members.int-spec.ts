import { newId } from '@creator-connect/contracts';
import { AccountsFixture, influencerIdentity, type Organisation } from './support/accounts-fixture';

interface Member {
  userId: string;
  role: string;
}

describe('members of an organisation', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let other: Organisation;

  const path = (userId: string) => `/internal/organisation-members/${userId}`;
  const join = (where: Organisation, userId: string, role: string) =>
    fixture.from('gateway').send('PUT', `/internal/organisations/${where.id}/members/${userId}`, { role });
  const members = async (where: Organisation): Promise<Member[]> =>
    (await fixture.as(where.owner).get<{ members: Member[] }>('/internal/organisation-members')).body.members;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
  }, 60_000);
  beforeEach(async () => {
    [org, other] = [await fixture.anOrganisation('Ours'), await fixture.anOrganisation('Theirs')];
  });
  afterAll(() => fixture?.stop());

  it('join once, and keep the role they have when the invitation is repeated', async () => {
    const userId = newId();
    expect((await join(org, userId, 'viewer')).status).toBe(204);
    expect((await join(org, userId, 'owner')).status).toBe(204);
    expect(await members(org)).toEqual([
      expect.objectContaining({ userId: org.owner.sub, role: 'owner' }),
      expect.objectContaining({ userId, role: 'viewer' }),
    ]);
    expect(await members(other)).toHaveLength(1);
    const told = (await fixture.published('MemberJoined', userId)).map(({ data }) => data);
    expect(told).toEqual([{ organisationId: org.id, userId, role: 'viewer', joinedAt: expect.any(String) }]);
  });

  it('are added by the gateway alone', async () => {
    const url = `/internal/organisations/${org.id}/members/${newId()}`;
    expect((await fixture.as(org.owner).send('PUT', url, { role: 'owner' })).status).toBe(403);
    expect((await fixture.from('oauth').send('PUT', url, { role: 'owner' })).status).toBe(403);
  });

  it('work for no organisation that looks like a platform, nor under a name that turns the line around (AL-07)', async () => {
    const create = (name: string) =>
      fixture.from('gateway').post<{ code: string }>('/internal/organisations', {
        name,
        slug: `org-${newId().slice(-12)}`,
        ownerUserId: newId(),
      });
    for (const name of ['Inst\u0430gram Support', 'TikTok', 'Bright\u202eycnegA', 'Two\r\nlines', '\u2066x']) {
      const { status, body } = await create(name);
      expect([name, status, body.code]).toEqual([name, 400, 'request.invalid']);
    }
    const added = (name: string) =>
      fixture.as(org.admin).post<{ id: string }>('/v1/influencers', { name, email: `${newId()}@example.com` });
    expect((await added('Kim\u202eelpoep rehto')).status).toBe(400);
    // Markup and other scripts are names like any other: what shows them escapes them.
    expect((await added('<b>Kim</b> كيم')).status).toBe(201);
  });

  it('are told apart by the gateway, which writes to owners', async () => {
    const [second, admin] = [newId(), newId()];
    await join(org, second, 'owner');
    await join(org, admin, 'admin');
    const url = `/internal/organisations/${org.id}/owners`;
    const { body } = await fixture.from('gateway').get<object>(url);
    expect(body).toEqual({ userIds: [org.owner.sub, second] });
    expect((await fixture.from('gateway').get(`/internal/organisations/${newId()}/owners`)).status).toBe(404);
    expect((await fixture.from('oauth').get(url)).status).toBe(403);
    expect((await fixture.as(org.owner).get(url)).status).toBe(403);
  });

  it('are changed and removed by owners; everybody sees them and may leave', async () => {
    const userId = newId();
    await join(org, userId, 'admin');
    for (const identity of [org.admin, org.viewer]) {
      expect((await fixture.as(identity).get('/internal/organisation-members')).status).toBe(200);
      expect((await fixture.as(identity).send('PUT', path(userId), { role: 'viewer' })).status).toBe(403);
      expect((await fixture.as(identity).send('DELETE', path(userId))).status).toBe(403);
    }
    const influencer = influencerIdentity(org, await fixture.anInfluencer(org));
    expect((await fixture.as(influencer).get('/internal/organisation-members')).status).toBe(403);

    expect((await fixture.as(org.owner).send('PUT', path(userId), { role: 'viewer' })).status).toBe(204);
    expect(await members(org)).toContainEqual(expect.objectContaining({ userId, role: 'viewer' }));
    const self = { kind: 'member', role: 'viewer', sub: userId, org: org.id } as const;
    expect((await fixture.as(self).send('DELETE', path(userId))).status).toBe(204);
    expect(await members(org)).toHaveLength(1);
  });

  it('of another organisation look as if they did not exist', async () => {
    for (const userId of [other.owner.sub, newId()]) {
      const changed = await fixture.as(org.owner).send('PUT', path(userId), { role: 'viewer' });
      expect([changed.status, changed.body['code']]).toEqual([404, 'accounts.not_found']);
      expect((await fixture.as(org.owner).send('DELETE', path(userId))).status).toBe(404);
    }
    expect(await members(other)).toHaveLength(1);
  });

  it('always have an owner among them', async () => {
    const owner = fixture.as(org.owner);
    for (const answer of [
      await owner.send('PUT', path(org.owner.sub), { role: 'admin' }),
      await owner.send('DELETE', path(org.owner.sub)),
    ])
      expect([answer.status, answer.body['code']]).toEqual([409, 'accounts.last_owner']);
    expect((await owner.send('PUT', path(org.owner.sub), { role: 'owner' })).status).toBe(204);
  });

  it('keep one owner even when two remove each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const pair = await fixture.anOrganisation('Pair');
      const second = { ...pair.owner, sub: newId() };
      await join(pair, second.sub, 'owner');
      const answers = await Promise.all([
        fixture.as(pair.owner).send('DELETE', path(second.sub)),
        fixture.as(second).send('DELETE', path(pair.owner.sub)),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
      expect(await members(pair)).toHaveLength(1);
    }
  });
});
