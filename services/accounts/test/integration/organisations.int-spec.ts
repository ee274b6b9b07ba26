import { newId } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { AccountsFixture, type Organisation } from './support/accounts-fixture';

interface Listed {
  id: string;
  name: string;
  createdAt: string;
  members: number;
}

const path = '/internal/operations/organisations';

describe('organisations of the installation', () => {
  let fixture: AccountsFixture;
  let ours: Organisation;
  const operator: Identity = { kind: 'operator', sub: newId() };

  const put = (id: string, body: object) => fixture.as(operator).send<Listed>('PUT', `${path}/${id}`, body);
  const join = (id: string, userId: string, more: object) =>
    fixture.from('gateway').send('PUT', `/internal/organisations/${id}/members/${userId}`, { role: 'owner', ...more });
  const slugOf = async (id: string) =>
    (
      await fixture.database.query<{ slug: string }>(
        'SELECT slug FROM accounts.organisation_slugs WHERE organisation_id = $1',
        [id],
      )
    )[0]!.slug;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    ours = await fixture.anOrganisation('Ours');
  }, 60_000);
  afterAll(() => fixture?.stop());

  it('are made once with one id, empty, and told of as their members come', async () => {
    const id = newId();
    const body = { name: ' South Agency ', locale: 'de' };
    const made = await Promise.all([put(id, body), put(id, body), put(id, body)]);
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(made[0].body).toEqual({ id, name: 'South Agency', createdAt: expect.any(String), members: 0 });
    expect((await put(id, { name: 'Another Name' })).body.name).toBe('South Agency');
    expect(await slugOf(id)).toBe('south-agency');

    const userId = newId();
    expect((await join(id, userId, { asFirst: true })).status).toBe(204);
    expect((await fixture.as(operator).get(`${path}/${id}`)).body).toMatchObject({ members: 1 });
    const owner: Identity = { kind: 'member', role: 'owner', sub: userId, org: id };
    const { body: seen } = await fixture.as(owner).get('/v1/organisations/current');
    expect(seen).toMatchObject({ name: 'South Agency', slug: 'south-agency', locale: 'de' });
    expect((await fixture.as(owner).get('/v1/influencers')).body).toMatchObject({ items: [] });
    expect((await fixture.from('gateway').get(`/internal/organisations/${id}`)).body).toEqual({
      name: 'South Agency',
      locale: 'de',
    });
  });

  it('of one name are two, with addresses of their own', async () => {
    const [first, second] = [newId(), newId()];
    await put(first, { name: 'Same Name' });
    expect((await put(second, { name: 'Same Name' })).status).toBe(200);
    expect([await slugOf(first), await slugOf(second)]).toEqual(['same-name', `same-name-${second.slice(-6)}`]);
  });

  it('take one person in as the first, of many at a time, and the same one again', async () => {
    const id = newId();
    await put(id, { name: 'First Come' });
    const people = Array.from({ length: 6 }, () => newId());
    const answers = await Promise.all(people.map((userId) => join(id, userId, { asFirst: true })));
    const first = people[answers.findIndex(({ status }) => status === 204)]!;
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 204)!;
    expect([refused.status, refused.body['code']]).toEqual([409, 'accounts.organisation_has_owner']);
    expect((await join(id, first, { asFirst: true })).status).toBe(204);
    // Whom an owner invites comes in as ever.
    expect((await join(id, newId(), {})).status).toBe(204);
  });

  it('have no name that looks like a platform, nor one of blanks or two lines (AL-07)', async () => {
    for (const [name, code] of [
      ['Inst\u0430gram Support', 'like_a_platform'],
      ['   ', 'empty'],
      ['Two\r\nlines', 'not_one_line'],
    ]) {
      const { status, body } = await put(newId(), { name });
      expect([name, status, (body as unknown as { errors: object[] }).errors]).toMatchObject([
        name,
        400,
        [{ field: 'name', code }],
      ]);
    }
  });

  it('are listed newest first, page by page, with nothing of what is in them', async () => {
    for (let index = 0; index < 3; index += 1) await put(newId(), { name: `Page ${index}` });
    const pages: Listed[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = `${path}?limit=2${cursor && `&cursor=${cursor}`}`;
      const { body }: { body: { items: Listed[]; nextCursor: string | null } } = await fixture.as(operator).get(url);
      expect(body.items.length).toBeLessThanOrEqual(2);
      pages.push(...body.items);
      cursor = body.nextCursor;
    }
    const ids = pages.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
    expect(pages.slice(0, 3).map(({ name }) => name)).toEqual(['Page 2', 'Page 1', 'Page 0']);
    expect(pages.at(-1)).toEqual({ id: ours.id, name: 'Ours', createdAt: expect.any(String), members: 1 });
  });

  it('are nothing to their members, nor to services', async () => {
    for (const identity of [ours.owner, ours.admin, ours.viewer]) {
      expect((await fixture.as(identity).get(path)).status).toBe(403);
      expect((await fixture.as(identity).send('PUT', `${path}/${newId()}`, { name: 'Mine' })).status).toBe(403);
    }
    expect((await fixture.from('gateway').get(path)).status).toBe(403);
    const unknown = await fixture.as(operator).get(`${path}/${newId()}`);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'request.not_found']);
    // Nothing else opens to an operator.
    expect((await fixture.as(operator).get('/v1/influencers')).status).toBe(403);
    expect((await fixture.as(operator).get('/internal/organisation-members')).status).toBe(403);
  });
});
