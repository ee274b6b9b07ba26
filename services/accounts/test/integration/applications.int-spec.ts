import { AuthRevoked, newId, type Platform } from '@creator-connect/contracts';
import { Housekeeping } from '../../src/housekeeping/housekeeping';
import { AccountsFixture, applicantIdentity, tokenOf, type Organisation } from './support/accounts-fixture';

interface Group {
  id: string;
  influencers: number;
  applicationLink: { url: string; open: boolean };
}
interface Own {
  id: string;
  status: string;
  form: { organisationName: string; groupName: string; fields: { key: string }[] };
  name: string;
  email: string;
  emailVerified: boolean;
  fields: Record<string, string>;
  socialAccounts: { id: string; platform: Platform; handle: string; authState: string }[];
}
interface Problem {
  code: string;
  errors?: { field: string }[];
}
interface Listed {
  items: { id: string; status: string; name: string; email: string; group: { id: string } | null }[];
}

const email = 'applicant@example.com';

describe('applications', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let group: Group;

  beforeAll(async () => {
    fixture = await AccountsFixture.start({ APPLICATIONS_PER_DAY: '3' });
  }, 60_000);
  beforeEach(async () => {
    org = await fixture.anOrganisation();
    group = (await admin().post<Group>('/v1/influencer-groups', { name: 'Micro creators' })).body;
  });
  afterAll(() => fixture?.stop());

  const admin = () => fixture.as(org.admin);
  const applicant = (id: string) => fixture.as(applicantIdentity(org.id, id));
  const begin = () => fixture.aDraft(org, group.applicationLink.url);
  const own = async (id: string) => (await applicant(id).get<Own>('/v1/applications/current')).body;
  const type = (id: string, typed: object) => applicant(id).send<Own>('PATCH', `/v1/applications/${id}`, typed);
  const prove = (id: string, address = email) =>
    fixture
      .from('gateway')
      .send<Problem>('PUT', `/internal/applications/${id}/proven-email`, { organisationId: org.id, email: address });
  const submit = (id: string) => applicant(id).post<Own & Problem>(`/v1/applications/${id}/submission`);
  const list = async (status = 'submitted') => (await admin().get<Listed>(`/v1/applications?status=${status}`)).body;
  const form = (slug = tokenOf(group.applicationLink.url)) =>
    fixture.app.inject({ method: 'GET', url: `/v1/application-forms/${slug}` });
  const decide = (id: string, how: 'approval' | 'decline') =>
    admin().post<Listed['items'][0] & Problem>(`/v1/applications/${id}/${how}`);
  const connectCheck = (id: string) =>
    fixture.from('oauth').post<Problem>('/internal/connect-checks', {
      organisationId: org.id,
      influencerId: id,
      application: true,
      platform: 'tiktok',
    });

  async function submitted(address = email, handle = 'creator.new'): Promise<{ id: string; account: string }> {
    const id = await begin();
    const account = await fixture.aConnectedAccount(org, id, { platform: 'tiktok', handle });
    await prove(id, address);
    await type(id, { name: 'New Creator' });
    expect((await submit(id)).body.status).toBe('submitted');
    return { id, account };
  }

  describe('the link of a group', () => {
    it('comes with the group, and shows everybody what is asked', async () => {
      const fields = [{ key: 'city', label: 'City', kind: 'text', required: true }];
      await fixture.as(org.owner).send('PUT', '/v1/organisations/current/influencer-fields', { items: fields });
      expect(group.applicationLink.open).toBe(true);
      expect(tokenOf(group.applicationLink.url)).toMatch(/^org-[0-9a-f]+-[a-z2-9]{10}$/);
      const answer = await form();
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({
        organisationName: org.name,
        groupName: 'Micro creators',
        fields: [{ ...fields[0], choices: [] }],
      });
    });

    it('closed, replaced and unknown ones answer alike, and take nobody', async () => {
      const path = `/v1/influencer-groups/${group.id}/application-link`;
      const old = tokenOf(group.applicationLink.url);
      const renewed = (await admin().post<Group>(`${path}/renewals`)).body.applicationLink.url;
      const closed = await admin().send<Group>('PUT', path, { open: false });
      expect(closed.body.applicationLink).toEqual({ url: renewed, open: false });
      for (const slug of [old, tokenOf(renewed), 'never-was', 'UPPER', 'a'.repeat(90)]) {
        const answer = await form(slug);
        expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'accounts.application_link_unusable']);
      }
      const begun = await fixture.from('gateway').post<Problem>('/internal/applications', { slug: tokenOf(renewed) });
      expect([begun.status, begun.body.code]).toEqual([404, 'accounts.application_link_unusable']);
      await admin().send('PUT', path, { open: true });
      expect((await form(tokenOf(renewed))).statusCode).toBe(200);
    });

    it('takes so many applications a day', async () => {
      await Promise.all([begin(), begin(), begin()]);
      const slug = tokenOf(group.applicationLink.url);
      expect((await fixture.from('gateway').post('/internal/applications', { slug })).status).toBe(429);
    });
  });

  describe('a draft', () => {
    it('keeps what was typed, unfinished as it is, and is seen by nobody else', async () => {
      const id = await begin();
      await type(id, { name: 'New', email: 'half@' });
      await type(id, { name: 'New Creator' });
      expect(await own(id)).toMatchObject({
        status: 'draft',
        form: { organisationName: org.name, groupName: 'Micro creators' },
        name: 'New Creator',
        email: 'half@',
        emailVerified: false,
      });
      expect((await list()).items).toEqual([]);
      expect((await admin().get(`/v1/applications/${id}`)).status).toBe(404);
      expect((await admin().get(`/v1/influencers/${id}`)).status).toBe(404);
      expect((await admin().get<Listed>('/v1/influencers')).body.items).toEqual([]);
      expect((await decide(id, 'approval')).status).toBe(404);
    });

    it('keeps each of the fields that are asked for by itself, and none that is not', async () => {
      const set = (items: object[]) =>
        fixture.as(org.owner).send('PUT', '/v1/organisations/current/influencer-fields', { items });
      const city = { key: 'city', label: 'City', kind: 'text', required: true };
      await set([city, { ...city, key: 'topic', label: 'Topic' }]);
      const id = await begin();
      await type(id, { fields: { city: 'Seoul', other: 'x' } });
      await type(id, { fields: { topic: 'food' } });
      expect((await own(id)).fields).toEqual({ city: 'Seoul', topic: 'food' });
      await type(id, { fields: { city: '' } });
      expect((await own(id)).fields).toEqual({ topic: 'food' });
      await set([city]);
      await type(id, { fields: { city: 'Lisbon' } });
      expect((await own(id)).fields).toEqual({ city: 'Lisbon' });
    });

    it('is touched by no page that was opened for another one, of the same browser or of somebody else', async () => {
      const [before, id] = [await begin(), await begin()];
      const account = await fixture.aConnectedAccount(org, id);
      await type(id, { name: 'New Creator' });
      const drafts = await Promise.all([own(before), own(id)]);
      for (const [method, path, body] of [
        ['PATCH', '', { name: 'Somebody Else' }],
        ['POST', '/submission'],
        ['DELETE', ''],
        ['DELETE', `/social-accounts/${account}`],
      ] as const)
        for (const other of [before, newId()]) {
          const refused = await applicant(id).send<Problem>(method, `/v1/applications/${other}${path}`, body);
          expect([refused.status, refused.body.code]).toEqual([404, 'accounts.not_found']);
        }
      expect(await Promise.all([own(before), own(id)])).toEqual(drafts);
    });

    it('connects accounts that nobody hears of', async () => {
      const id = await begin();
      expect((await connectCheck(id)).body).toEqual({
        expectedPlatformAccountId: null,
        expectedHandle: null,
        needsProof: false,
      });
      const account = await fixture.aConnectedAccount(org, id, { platform: 'tiktok', handle: 'creator.new' });
      expect((await own(id)).socialAccounts).toEqual([
        {
          id: account,
          platform: 'tiktok',
          handle: 'creator.new',
          displayName: 'Creator Two',
          authState: 'AUTHENTICATED',
        },
      ]);
      for (const type of ['AccountAdded', 'AccountState', 'AccountStateChanged'])
        expect(await fixture.published(type, account)).toEqual([]);
      expect((await admin().get<Listed>('/v1/social-accounts')).body.items).toEqual([]);
      // Connecting it once more, and giving up at the last step, changes nothing.
      const again = { platform: 'tiktok', platformAccountId: await platformIdOf(account) };
      expect(await fixture.aReservation(org, id, again)).toBe(account);
      await fixture.app.get(Housekeeping).run();
      expect((await own(id)).socialAccounts).toHaveLength(1);
    });

    it('gives an account back, and tells oauth to end its authorization', async () => {
      const id = await begin();
      const account = await fixture.aConnectedAccount(org, id);
      const path = `/v1/applications/${id}/social-accounts/${account}`;
      expect((await applicant(await begin()).send('DELETE', path)).status).toBe(404);
      expect((await applicant(id).send('DELETE', path)).status).toBe(204);
      expect((await own(id)).socialAccounts).toEqual([]);
      expect(await fixture.published('AccountRemoved', account)).toHaveLength(1);
    });

    it('loses an account to whoever proves later that it is theirs', async () => {
      const [first, second] = [await begin(), await begin()];
      const account = await fixture.aConnectedAccount(org, first, { platformAccountId: 'the-same' });
      await fixture.aConnectedAccount(org, second, { platformAccountId: 'the-same' });
      expect((await own(first)).socialAccounts).toEqual([]);
      expect((await own(second)).socialAccounts).toHaveLength(1);
      expect(await fixture.published('AccountRemoved', account)).toHaveLength(1);
    });

    it('tells the gateway the mailbox that it was proven to belong to, and no other', async () => {
      const id = await begin();
      const path = (application: string, organisationId = org.id) =>
        `/internal/applications/${application}/proven-email?organisationId=${organisationId}`;
      const asked = async (url = path(id)) =>
        (await fixture.from('gateway').get<Problem & { email: string }>(url)).body;
      await type(id, { email });
      expect(await asked()).toMatchObject({ code: 'request.invalid', errors: [{ field: 'email' }] });
      await prove(id);
      expect(await asked()).toEqual({ email, locale: 'en' });
      await type(id, { email: 'another@example.com' });
      expect(await asked()).toMatchObject({ code: 'request.invalid' });
      const elsewhere = await fixture.anOrganisation();
      for (const url of [path(newId()), path(id, elsewhere.id)])
        expect(await asked(url)).toMatchObject({ code: 'accounts.not_found' });
      expect((await fixture.from('oauth').get(path(id))).status).toBe(403);
      const { id: sent } = await submitted();
      expect(await asked(path(sent))).toMatchObject({ email });
      await decide(sent, 'decline');
      expect(await asked(path(sent))).toMatchObject({ code: 'accounts.application_closed' });
    });

    it('can not take an account from the roster', async () => {
      const influencer = await fixture.anInfluencer(org);
      await fixture.aConnectedAccount(org, influencer, { platformAccountId: 'of-the-roster' });
      const answer = await fixture.from('oauth').post<Problem>('/internal/account-reservations', {
        organisationId: org.id,
        influencerId: await begin(),
        platform: 'instagram',
        platformAccountId: 'of-the-roster',
      });
      expect([answer.status, answer.body.code]).toEqual([409, 'accounts.applicant_known']);
    });

    it('is open to its applicant only', async () => {
      const id = await begin();
      for (const identity of [org.owner, { kind: 'influencer' as const, sub: newId(), org: org.id, influencer: id }])
        expect((await fixture.as(identity).get('/v1/applications/current')).status).toBe(403);
      expect((await applicant(newId()).get('/v1/applications/current')).status).toBe(404);
      for (const path of ['/v1/applications', `/v1/applications/${id}`, '/v1/influencers', '/v1/social-accounts'])
        expect((await applicant(id).get(path)).status).toBe(403);
    });
  });

  describe('submitting', () => {
    it('names everything that is missing, and changes nothing', async () => {
      const fields = [{ key: 'city', label: 'City', kind: 'text', required: true }];
      await fixture.as(org.owner).send('PUT', '/v1/organisations/current/influencer-fields', { items: fields });
      const id = await begin();
      await type(id, { email });
      const refused = await submit(id);
      expect(refused.status).toBe(400);
      expect(refused.body.errors?.map(({ field }) => field)).toEqual([
        'socialAccounts',
        'name',
        'email',
        'fields.city',
      ]);
      expect((await own(id)).status).toBe('draft');
    });

    it('needs a proven address, and another address is unproven again', async () => {
      const id = await begin();
      expect((await prove(id)).status).toBe(204);
      expect(await own(id)).toMatchObject({ email, emailVerified: true });
      await type(id, { email: email.toUpperCase(), name: 'Same mailbox' });
      expect((await own(id)).emailVerified).toBe(true);
      await type(id, { email: 'other@example.com' });
      expect((await own(id)).emailVerified).toBe(false);
    });

    it('leads somebody of the roster to sign in, and attaches nothing to them', async () => {
      const influencer = await fixture.anInfluencer(org, email);
      const id = await begin();
      await type(id, { email });
      expect((await own(id)).email).toBe(email);
      expect((await prove(id)).body.code).toBe('accounts.applicant_known');
      await fixture.aConnectedAccount(org, id);
      expect((await submit(id)).status).toBe(400);
      const theirs = await admin().get<Listed>(`/v1/influencers/${influencer}/social-accounts`);
      expect(theirs.body.items).toEqual([]);
    });

    it('is told on Kafka, without a word about the person; nothing can be changed afterwards', async () => {
      const { id } = await submitted();
      const [event, ...more] = await fixture.published('ApplicationSubmitted', id);
      expect(more).toEqual([]);
      expect(Object.keys(event!.data).sort()).toEqual(['influencerId', 'organisationId', 'submittedAt']);
      expect((await type(id, { name: 'Other' })).body).toMatchObject({ code: 'accounts.application_closed' });
      expect((await submit(id)).body.code).toBe('accounts.application_closed');
      expect((await connectCheck(id)).body.code).toBe('accounts.application_closed');
      expect((await prove(await begin())).body.code).toBe('accounts.application_waiting');
    });

    it('finds the address for mails only once it is proven', async () => {
      const id = await begin();
      await type(id, { name: 'New Creator', email });
      const about = { organisationId: org.id, influencerId: id, purpose: 'application-received', accountIds: [] };
      const recipient = () => fixture.from('notifications').post('/internal/message-recipients', about);
      expect((await recipient()).status).toBe(404);
      await prove(id);
      expect((await recipient()).body).toMatchObject({ email, name: 'New Creator', organisationName: org.name });
      about.purpose = 'expiring';
      expect((await recipient()).status).toBe(404);
    });
  });

  describe('deciding', () => {
    it('shows who applied, with what', async () => {
      const { id, account } = await submitted();
      expect((await list()).items).toEqual([
        expect.objectContaining({
          id,
          status: 'submitted',
          name: 'New Creator',
          email,
          group: { id: group.id, name: 'Micro creators' },
          socialAccounts: [expect.objectContaining({ id: account, platform: 'tiktok', handle: 'creator.new' })],
        }),
      ]);
      const elsewhere = await admin().get<Listed>(`/v1/applications?groupId=${newId()}`);
      expect(elsewhere.body.items).toEqual([]);
    });

    it('pages through many', async () => {
      const ids = [(await submitted('a@example.com')).id, (await submitted('b@example.com')).id];
      const first = await admin().get<Listed & { nextCursor: string }>('/v1/applications?limit=1');
      const second = await admin().get<Listed>(`/v1/applications?limit=1&cursor=${first.body.nextCursor}`);
      expect([...second.body.items, ...first.body.items].map(({ id }) => id)).toEqual(ids);
    });

    it('approval puts the person with their accounts into roster and group, and tells everybody', async () => {
      const { id, account } = await submitted();
      expect((await decide(id, 'approval')).body).toMatchObject({ id, status: 'approved', name: 'New Creator', email });
      expect((await admin().get(`/v1/influencers/${id}`)).body).toMatchObject({ name: 'New Creator', email });
      const groups = await admin().get<{ items: Group[] }>('/v1/influencer-groups');
      expect(groups.body.items[0]?.influencers).toBe(1);
      expect((await admin().get(`/v1/social-accounts/${account}`)).body).toMatchObject({
        influencerId: id,
        authState: 'AUTHENTICATED',
        tracked: true,
      });
      const events = async (type: string, key: string) =>
        (await fixture.published(type, key)).map((event) => event.data);
      expect(await events('InfluencerAdded', id)).toEqual([expect.objectContaining({ by: 'application' })]);
      expect(await events('InfluencerApproved', id)).toHaveLength(1);
      expect(await events('AccountAdded', account)).toEqual([expect.objectContaining({ authState: 'NON_AUTH' })]);
      expect(await events('AccountStateChanged', account)).toEqual([
        expect.objectContaining({ from: 'NON_AUTH', to: 'AUTHENTICATED', tracked: true, actor: 'person' }),
      ]);
      expect(await events('AccountState', account)).toHaveLength(1);
      const again = await decide(id, 'decline');
      expect([again.status, again.body.code]).toEqual([409, 'accounts.application_decided']);
      expect((await applicant(id).send('DELETE', `/v1/applications/${id}`)).status).toBe(409);
    });

    it('approval leaves out what its owner took back meanwhile', async () => {
      const { id, account } = await submitted();
      await fixture.handled(
        await fixture.publish(AuthRevoked, {
          organisationId: org.id,
          influencerId: id,
          accountId: account,
          platform: 'tiktok',
          cause: 'revoked_by_person',
          by: 'platform',
          revokedAt: new Date().toISOString(),
          grantVersion: 1,
        }),
      );
      expect((await decide(id, 'approval')).status).toBe(200);
      expect((await admin().get(`/v1/social-accounts/${account}`)).status).toBe(404);
      expect(await fixture.published('AccountStateChanged', account)).toEqual([]);
    });

    it('approval is refused when the roster has the address by now', async () => {
      const { id } = await submitted();
      await fixture.anInfluencer(org, email);
      const refused = await decide(id, 'approval');
      expect([refused.status, refused.body.code]).toEqual([409, 'accounts.influencer_exists']);
      expect((await list()).items).toHaveLength(1);
    });

    it('of two admins at once, one decides', async () => {
      const { id } = await submitted();
      const answers = await Promise.all([decide(id, 'approval'), decide(id, 'decline'), decide(id, 'approval')]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    });

    it('decline ends the authorizations at once, and a week later every trace', async () => {
      const { id, account } = await submitted();
      expect((await decide(id, 'decline')).body.status).toBe('declined');
      expect(await fixture.published('AccountRemoved', account)).toHaveLength(1);
      expect(await fixture.published('ApplicationDeclined', id)).toHaveLength(1);
      expect(await own(id)).toMatchObject({ status: 'declined', socialAccounts: [] });
      await fixture.app.get(Housekeeping).run();
      expect((await list('declined')).items).toHaveLength(1);
      await age(id, 'decided_at', 7);
      await fixture.app.get(Housekeeping).run();
      await gone(id);
    });

    it('an abandoned draft loses everything after thirty days', async () => {
      const [kept, left] = [await begin(), await begin()];
      const account = await fixture.aConnectedAccount(org, left);
      await age(left, 'touched_at', 30);
      await age(kept, 'touched_at', 29);
      await fixture.app.get(Housekeeping).run();
      await gone(left);
      expect(await fixture.published('AccountRemoved', account)).toHaveLength(1);
      expect((await own(kept)).status).toBe('draft');
    });

    it('an applicant withdraws at any time', async () => {
      const { id } = await submitted();
      expect((await applicant(id).send('DELETE', `/v1/applications/${id}`)).status).toBe(204);
      await gone(id);
    });
  });

  const platformIdOf = async (account: string) =>
    (
      await fixture.database.query<{ id: string }>(
        'SELECT platform_account_id AS id FROM accounts.social_accounts WHERE id = $1',
        [account],
      )
    )[0]!.id;

  const age = (id: string, column: string, days: number) =>
    fixture.database.query(
      `UPDATE accounts.applications SET ${column} = now() - make_interval(days => $2) WHERE id = $1`,
      [id, days],
    );

  async function gone(id: string): Promise<void> {
    expect((await applicant(id).get('/v1/applications/current')).status).toBe(404);
    for (const table of ['applications', 'influencers'])
      expect(await fixture.database.query(`SELECT FROM accounts.${table} WHERE id = $1`, [id])).toEqual([]);
    const [erased] = await fixture.published('InfluencerErased', id);
    expect(erased?.data).toMatchObject({ influencerId: id, organisationId: org.id });
  }
});
