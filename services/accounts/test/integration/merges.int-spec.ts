import {
  AccountState,
  AuthExpired,
  ErasureLedgerEntry,
  InfluencerErased,
  InfluencerMerged,
  newId,
} from '@creator-connect/contracts';
import {
  AccountsFixture,
  influencerIdentity,
  tokenHashOf,
  tokenOf,
  type Organisation,
} from './support/accounts-fixture';

interface Preview {
  moves: Record<string, number>;
  values: { field: string; kept: string | null; other: string | null; taken: string }[];
  needsPerson: boolean;
  otherWayNeedsPerson: boolean;
  code?: string;
}
interface Refusal {
  status?: string;
  code: string;
  mergedInto?: string;
}

const now = () => Math.floor(Date.now() / 1000);

describe('two entries of one person', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let admin: ReturnType<AccountsFixture['as']>;
  let kept: string;
  let other: string;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
  }, 60_000);
  beforeEach(async () => {
    org = await fixture.anOrganisation();
    admin = fixture.as({ ...org.admin, auth_time: now() });
    [kept, other] = [await add('Ada Lovelace'), await add('Ada L.')];
  });
  afterAll(() => fixture?.stop());

  const add = async (name: string, more: object = {}) =>
    (await admin.post<{ id: string }>('/v1/influencers', { name, email: `${newId()}@example.com`, ...more })).body.id;
  const preview = (keptId = kept, otherId = other, as = admin) =>
    as.get<Preview>(`/v1/influencers/${keptId}/merge-preview?other=${otherId}`);
  const merge = (keptId = kept, otherId = other, more: object = {}, as = admin) =>
    as.post<Refusal>(`/v1/influencers/${keptId}/merges`, { influencerId: otherId, ...more });
  const signIn = (id: string) =>
    fixture.from('gateway').send('PUT', `/internal/influencers/${id}/sign-in`, { organisationId: org.id });
  const person = (id: string, provenSecondsAgo = 0) =>
    fixture.as({ ...influencerIdentity(org, id), auth_time: now() - provenSecondsAgo });
  const asked = async (id: string) =>
    (await person(id).get<{ proposal: Record<string, unknown> | null }>('/v1/own-data/merge-proposal')).body.proposal;
  const accept = (id: string, provenSecondsAgo = 0) =>
    person(id, provenSecondsAgo).post<Refusal>('/v1/own-data/merge-proposal/acceptance');
  /** Tracked without its owner’s authorization, so nobody has given anything. */
  const aMember = async (influencerId: string, handle: string, platformAccountId?: string) =>
    (
      await fixture.from('ttcm').post<{ socialAccountId: string }>('/internal/marketplace-accounts', {
        organisationId: org.id,
        influencerId,
        handle,
        ...(platformAccountId ? { platformAccountId } : {}),
      })
    ).body.socialAccountId;
  const accountsOf = async (id: string) => {
    const { body } = await admin.get<{ items: { id: string }[] }>(`/v1/influencers/${id}/social-accounts`);
    return body.items.map((account) => account.id).toSorted();
  };
  const campaignWith = async (...ids: string[]) => {
    const { body } = await admin.post<{ id: string }>('/v1/campaigns', { name: 'Spring' });
    for (const influencerId of ids) await admin.post(`/v1/campaigns/${body.id}/influencers`, { influencerId });
    return body.id;
  };
  const membersOf = async (campaign: string) => {
    const { body } = await admin.get<{ items: { id: string }[] }>(`/v1/campaigns/${campaign}/influencers`);
    return body.items.map(({ id }) => id);
  };
  const rowsWith = async (id: string) => {
    const tables = ['influencers', 'social_accounts', 'authorization_requests', 'influencer_notes', 'reports'];
    const left: string[] = [];
    for (const table of [...tables, 'influencer_group_members', 'campaign_influencers', 'influencer_words']) {
      const rows = await fixture.database.query(`SELECT 1 FROM accounts.${table} t WHERE t::text LIKE $1`, [`%${id}%`]);
      if (rows.length > 0) left.push(table);
    }
    return left;
  };

  describe('of which nobody has used the one that goes', () => {
    it('show first what moves and whose values stand, and are one afterwards, with nothing lost and nothing double', async () => {
      await admin.send('PUT', '/v1/organisations/current/influencer-fields', {
        items: ['size', 'topic', 'city'].map((key) => ({ key, label: key, kind: 'text', required: false })),
      });
      await admin.send('PATCH', `/v1/influencers/${kept}`, { fields: { size: 'M', topic: 'food' } });
      await admin.send('PATCH', `/v1/influencers/${other}`, { fields: { size: 'L', topic: 'cars', city: 'Bern' } });
      const own = await fixture.aConnectedAccount(org, kept);
      const moving = await aMember(other, 'ada.tok', 'tok-1');
      const [both, alone] = [await campaignWith(kept, other), await campaignWith(other)];
      const group = (await admin.post<{ id: string }>('/v1/influencer-groups', { name: newId() })).body.id;
      await admin.send('PUT', `/v1/influencer-groups/${group}/influencers/${other}`);
      await admin.post(`/v1/influencers/${other}/notes`, { text: 'Likes tea' });
      const attention = async () =>
        (await admin.get<{ accounts: unknown[] }>(`/v1/campaigns/${both}/attention`)).body.accounts.length;
      const before = await attention();

      const { status, body } = await preview();
      expect(status).toBe(200);
      const moves = {
        socialAccounts: 1,
        authorizationRequests: 0,
        campaigns: 2,
        sharedCampaigns: 1,
        groups: 1,
        notes: 1,
      };
      expect(body).toMatchObject({ moves, needsPerson: false, otherWayNeedsPerson: true });
      expect(body.values).toEqual([
        { field: 'name', kept: 'Ada Lovelace', other: 'Ada L.', taken: 'kept' },
        { field: 'fields.size', kept: 'M', other: 'L', taken: 'kept' },
        { field: 'fields.topic', kept: 'food', other: 'cars', taken: 'kept' },
        { field: 'fields.city', kept: null, other: 'Bern', taken: 'other' },
      ]);
      expect(await merge(kept, other, { take: ['fields.size'] })).toMatchObject({
        status: 200,
        body: { status: 'merged' },
      });

      expect(await rowsWith(other)).toEqual([]);
      expect((await admin.get(`/v1/influencers/${kept}`)).body).toMatchObject({
        name: 'Ada Lovelace',
        fields: { size: 'L', topic: 'food', city: 'Bern' },
      });
      expect(await accountsOf(kept)).toEqual([own, moving].toSorted());
      expect([await membersOf(both), await membersOf(alone)]).toEqual([[kept], [kept]]);
      expect(await attention()).toBe(before);
      expect((await admin.get(`/v1/influencers/${kept}/notes`)).body).toMatchObject({ items: [{ text: 'Likes tea' }] });
      const inGroup = await admin.get<{ items: { id: string }[] }>(`/v1/influencers?groupId=${group}`);
      expect(inGroup.body.items.map(({ id }) => id)).toEqual([kept]);
    });

    it('tell others: the merge under the old id, the accounts and campaigns under theirs', async () => {
      const account = await aMember(other, 'ada.tok', 'tok-1');
      const campaign = await campaignWith(other);
      await merge();
      const [told] = await fixture.published(InfluencerMerged.type, other);
      expect(told!.data).toMatchObject({ organisationId: org.id, keptInfluencerId: kept, accountIds: [account] });
      const states = await fixture.published(AccountState.type, account);
      expect(states.at(-1)!.data).toMatchObject({ influencerId: kept, marketplace: 'TTCM' });
      expect((await fixture.published('CampaignState', campaign)).at(-1)!.data).toMatchObject({
        influencerIds: [kept],
      });
      const versions = await fixture.database.query<{ v: string }>(
        'SELECT aggregateversion AS v FROM accounts.outbox WHERE aggregateid = $1 ORDER BY seq',
        [campaign],
      );
      expect(versions.map(({ v }) => Number(v))).toEqual(versions.map((_, index) => index + 1));
    });

    it('answer at the old address where they went, and remember who merged them and when', async () => {
      const oldest = await add('Ada');
      await merge(other, oldest);
      await merge();
      for (const id of [other, oldest]) {
        const { status, body } = await admin.get<Refusal>(`/v1/influencers/${id}`);
        expect([status, body]).toEqual([
          410,
          expect.objectContaining({ code: 'accounts.influencer_merged', mergedInto: kept }),
        ]);
        const note = await admin.post<Refusal>(`/v1/influencers/${id}/notes`, { text: 'x' });
        expect([note.status, note.body.mergedInto]).toEqual([410, kept]);
      }
      const { body } = await admin.get<{ merged: object[] }>(`/v1/influencers/${kept}/merges`);
      const by = { mergedBy: org.admin.sub, confirmedByPerson: false, mergedAt: expect.any(String) };
      expect(body.merged).toEqual([
        expect.objectContaining({ influencerId: other, name: 'Ada L.', ...by }),
        expect.objectContaining({ influencerId: oldest, name: 'Ada', ...by }),
      ]);
      const held = (await person(kept).get<{ held: object[] }>('/v1/own-data/erasure')).body.held;
      expect(held).toContainEqual({ service: 'accounts', set: 'merged-entries', count: 2 });
      const theirs = await fixture.anOrganisation('Theirs');
      expect((await fixture.as(theirs.admin).get(`/v1/influencers/${other}`)).status).toBe(404);
    });

    it('keep links working that were mailed for either, and ask the kept address for the code', async () => {
      const asked = { influencerId: other, platforms: [{ platform: 'youtube' }] };
      const { id: authorizationRequestId } = (await admin.post<{ id: string }>('/v1/authorization-requests', asked))
        .body;
      const link = await admin.post<{ url: string }>('/v1/authorization-links', {
        authorizationRequestId,
        delivery: 'copy',
      });
      await merge();
      const resolved = await fixture.from('gateway').post<{ influencerId: string }>('/internal/link-resolutions', {
        tokenHash: tokenHashOf(tokenOf(link.body.url)),
      });
      expect([resolved.status, resolved.body]).toEqual([
        200,
        expect.objectContaining({ influencerId: kept, needsProof: true }),
      ]);
    });

    it('give a mail that was queued for the old entry the kept address', async () => {
      const ask = { organisationId: org.id, influencerId: other, purpose: 'invitation', accountIds: [] };
      await merge();
      const to = await fixture.from('notifications').post<{ email: string }>('/internal/message-recipients', ask);
      const { body } = await admin.get<{ email: string }>(`/v1/influencers/${kept}`);
      expect([to.status, to.body.email]).toEqual([200, body.email]);
    });

    it('have an account once that one of them knew by its handle only', async () => {
      const named = await aMember(other, 'ada.tok');
      const known = await fixture.aConnectedAccount(org, kept, { platform: 'tiktok', handle: 'Ada.Tok' });
      await merge();
      const { body } = await admin.get<{ items: object[] }>(`/v1/influencers/${kept}/social-accounts`);
      expect(body.items).toEqual([
        expect.objectContaining({ id: known, authState: 'AUTHENTICATED', marketplace: 'TTCM' }),
      ]);
      expect(await fixture.published('AccountRemoved', named)).toHaveLength(1);
    });

    it('take in what other services still say of the old id, and nothing that is said of somebody else', async () => {
      const account = await aMember(other, 'ada.tok', newId());
      await merge();
      await fixture.authorized(org, other, account, 'tiktok');
      expect((await admin.get(`/v1/social-accounts/${account}`)).body).toMatchObject({ authState: 'AUTHENTICATED' });
      const stranger = await add('Somebody else');
      const expired = (influencerId: string) =>
        fixture.publish(AuthExpired, {
          organisationId: org.id,
          influencerId,
          accountId: account,
          platform: 'tiktok',
          cause: 'token_expired',
          rule: 'x',
          grantVersion: 1,
          observedAt: new Date().toISOString(),
        });
      await fixture.handled(await expired(stranger));
      expect((await admin.get(`/v1/social-accounts/${account}`)).body).toMatchObject({ authState: 'AUTHENTICATED' });
      await fixture.handled(await expired(other));
      expect((await admin.get(`/v1/social-accounts/${account}`)).body).toMatchObject({ authState: 'REAUTH' });
      expect(await aMember(other, 'ada.second', newId())).toEqual(expect.any(String));
      expect(await accountsOf(kept)).toHaveLength(2);
    });

    it('are erased together: each id stands in the ledger, after its merge', async () => {
      const oldest = await add('Ada');
      await merge(other, oldest);
      await merge();
      expect((await admin.send('DELETE', `/v1/influencers/${kept}`)).status).toBe(204);
      for (const id of [kept, other, oldest]) {
        expect(await fixture.published(InfluencerErased.type, id)).toHaveLength(1);
        expect(await fixture.published(ErasureLedgerEntry.type, id)).toHaveLength(1);
      }
      const [merged] = await fixture.published(InfluencerMerged.type, other);
      const [erased] = await fixture.published(InfluencerErased.type, other);
      expect(erased!.version).toBeGreaterThan(merged!.version);
      expect((await admin.get(`/v1/influencers/${other}`)).status).toBe(404);
    });

    it('are told to the gateway until it has followed', async () => {
      await merge();
      const gateway = fixture.from('gateway');
      const waiting = async () => {
        const { body } = await gateway.get<{ items: { influencerId: string }[] }>('/internal/merges/waiting');
        return body.items.filter(({ influencerId }) => influencerId === other);
      };
      expect(await waiting()).toEqual([{ organisationId: org.id, influencerId: other, keptInfluencerId: kept }]);
      await gateway.send('PUT', `/internal/merges/${other}/gateway`, { organisationId: org.id });
      expect(await waiting()).toEqual([]);
    });
  });

  describe('of which somebody has used the one that goes', () => {
    it.each([
      ['signed in by it', (id: string) => signIn(id)],
      ['connected an account to it', (id: string) => fixture.aConnectedAccount(org, id)],
    ])('stay two until whoever %s says that both are theirs', async (_, use) => {
      await use(other);
      const before = await accountsOf(other);
      expect((await preview()).body).toMatchObject({ needsPerson: true, otherWayNeedsPerson: false });
      expect((await merge()).body).toMatchObject({ status: 'proposed' });
      // Neither the admin nor whoever reads the kept mailbox has got anything by it.
      expect([await accountsOf(other), await accountsOf(kept)]).toEqual([before, []]);
      expect(await asked(kept)).toBeNull();
      expect((await accept(kept)).status).toBe(404);
      expect((await admin.post('/v1/own-data/merge-proposal/acceptance')).status).toBe(403);
      expect((await accept(other, 400)).body.code).toBe('request.step_up_needed');

      const { email } = (await admin.get<{ email: string }>(`/v1/influencers/${kept}`)).body;
      const proposal = await asked(other);
      expect(proposal).toMatchObject({
        organisation: org.name,
        addressHint: expect.stringMatching(/^.•••@example\.com$/),
      });
      expect(JSON.stringify(proposal)).not.toContain(email.split('@')[0]);
      expect((await accept(other)).status).toBe(204);
      expect(await accountsOf(kept)).toEqual(before);
      const { body } = await admin.get<{ merged: object[]; proposals: object[] }>(`/v1/influencers/${kept}/merges`);
      expect(body).toMatchObject({ merged: [{ influencerId: other, confirmedByPerson: true }], proposals: [] });
    });

    it('need nobody when the used one is kept', async () => {
      await fixture.aConnectedAccount(org, kept);
      expect((await merge()).body).toMatchObject({ status: 'merged' });
    });

    it('stay two when the person declines, or the admin asks no more', async () => {
      await signIn(other);
      await merge();
      const decline = async () => (await person(other).send('DELETE', '/v1/own-data/merge-proposal')).status;
      expect([await decline(), await decline()]).toEqual([204, 404]);
      expect(await fixture.published('InfluencerMergeDeclined', other)).toHaveLength(1);
      expect([await asked(other), (await accept(other)).status]).toEqual([null, 404]);
      const proposals = async () =>
        (await admin.get<{ proposals: object[] }>(`/v1/influencers/${kept}/merges`)).body.proposals;
      expect(await proposals()).toMatchObject([{ influencerId: other, declinedAt: expect.any(String) }]);
      expect((await merge()).body.code).toBe('accounts.merge_declined');
      expect((await admin.send('DELETE', `/v1/influencers/${other}/merge-proposal`)).status).toBe(404);

      await add('Another').then((another) => merge(another, other));
      await merge();
      expect(await proposals()).toMatchObject([
        { influencerId: other, keptId: kept, proposedBy: org.admin.sub, declinedAt: null },
      ]);
      expect((await admin.send('DELETE', `/v1/influencers/${other}/merge-proposal`)).status).toBe(204);
      expect((await accept(other)).status).toBe(404);
      expect((await admin.get(`/v1/influencers/${other}`)).status).toBe(200);
    });

    it('take the values that the admin chose, also when the person answers later', async () => {
      await signIn(other);
      for (const take of [[], ['name']]) await merge(kept, other, { take });
      // One mail, however often the admin presses the button.
      expect(await fixture.published('InfluencerMergeProposed', other)).toHaveLength(1);
      await accept(other);
      expect((await admin.get(`/v1/influencers/${kept}`)).body).toMatchObject({ name: 'Ada L.' });
    });
  });

  describe('are not merged', () => {
    it('by who may not, or whose proof is old', async () => {
      const fresh = { auth_time: now() };
      expect((await merge(kept, other, {}, fixture.as({ ...org.viewer, ...fresh }))).status).toBe(403);
      expect((await preview(kept, other, fixture.as(org.viewer))).status).toBe(200);
      const stale = fixture.as({ ...org.admin, auth_time: now() - 400 });
      expect((await merge(kept, other, {}, stale)).body.code).toBe('request.step_up_needed');
      const key = (...scopes: string[]) => fixture.as({ kind: 'api_key', sub: newId(), org: org.id, scopes });
      expect((await merge(kept, other, {}, key('influencers:read'))).status).toBe(403);
      expect((await person(kept).post(`/v1/influencers/${kept}/merges`, { influencerId: other })).status).toBe(403);
      expect((await merge(kept, other, {}, key('influencers:write'))).body.status).toBe('merged');
    });

    it('with themselves, with values nobody offered, or with somebody who is gone or merged already', async () => {
      expect((await merge(kept, kept)).body.code).toBe('accounts.merge_same');
      expect((await merge(kept, other, { take: ['email'] })).body.code).toBe('accounts.merge_value_unknown');
      const gone = await add('Gone');
      await admin.send('DELETE', `/v1/influencers/${gone}`);
      for (const [left, right] of [
        [kept, gone],
        [gone, kept],
      ])
        expect((await merge(left, right)).status).toBe(404);
      await merge();
      const again = await merge();
      expect([again.status, again.body.mergedInto]).toEqual([410, kept]);
      expect((await merge(other, kept)).body.mergedInto).toBe(kept);
    });

    it('with an entry of another organisation, which looks as if it did not exist', async () => {
      const theirs = await fixture.anOrganisation('Theirs');
      const foreign = await fixture.anInfluencer(theirs);
      const comparable = ({ status, body }: { status: number; body: object }) => {
        const { correlationId: _, instance: __, ...rest } = body as Record<string, unknown>;
        return { status, rest };
      };
      expect(comparable(await merge(kept, foreign))).toEqual(comparable(await merge(kept, newId())));
      expect(comparable(await preview(foreign, kept))).toEqual(comparable(await preview(newId(), kept)));
      expect((await fixture.as(theirs.admin).get(`/v1/influencers/${foreign}`)).status).toBe(200);
    });

    it('with somebody who still applies', async () => {
      const draft = await fixture.aDraft(org);
      expect((await merge(kept, draft)).status).toBe(404);
      await fixture.aConnectedAccount(org, draft, { platformAccountId: newId() });
      const email = `${newId()}@example.com`;
      const proven = { organisationId: org.id, email };
      await fixture.from('gateway').send('PUT', `/internal/applications/${draft}/proven-email`, proven);
      const applicant = fixture.as({ kind: 'applicant', sub: newId(), org: org.id, influencer: draft });
      await applicant.send('PATCH', `/v1/applications/${draft}`, { name: 'Ada' });
      await applicant.post(`/v1/applications/${draft}/submission`);
      expect((await merge(kept, draft)).body.code).toBe('accounts.merge_applicant');
      await admin.post(`/v1/applications/${draft}/approval`);
      expect((await merge(kept, draft)).body.status).toBe('proposed');
    });

    it('while somebody connects an account to the one that would go', async () => {
      await fixture.aReservation(org, other);
      for (const answer of [await merge(), await preview()]) expect(answer.body.code).toBe('accounts.merge_connecting');
    });
  });

  describe('changed at the same moment', () => {
    it('and merged both ways, are one', async () => {
      const account = await aMember(other, 'ada.tok', newId());
      const answers = await Promise.all([merge(kept, other), merge(other, kept)]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 410]));
      const [into] = answers.flatMap(({ body }) => body.mergedInto ?? []);
      expect(await accountsOf(into!)).toEqual([account]);
    });

    it('lose no account that is being connected, whoever wins', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [left, right] = [await add('Left'), await add('Right')];
        const reserve = fixture.aReservation(org, right, { platformAccountId: newId() }).then(
          (id) => id,
          () => null,
        );
        const [accountId, answer] = await Promise.all([reserve, merge(left, right)]);
        if (accountId === null) {
          expect(answer.body.status).toBe('merged');
          continue;
        }
        expect(answer.body.code).toBe('accounts.merge_connecting');
        await fixture.authorized(org, right, accountId, 'instagram');
        expect(await accountsOf(right)).toEqual([accountId]);
      }
    });

    it('keep an account that is being connected to the one that stays', async () => {
      const [accountId, answer] = await Promise.all([
        fixture.aReservation(org, kept, { platformAccountId: newId() }),
        merge(),
      ]);
      expect(answer.body.status).toBe('merged');
      await fixture.authorized(org, kept, accountId, 'instagram');
      expect(await accountsOf(kept)).toEqual([accountId]);
    });

    it('lose no request, note or campaign: it moves, or the writer reads where to go', async () => {
      const campaign = await campaignWith();
      const youtube = { platforms: [{ platform: 'youtube' }] };
      for (let round = 0; round < 5; round += 1) {
        const [left, right] = [await add('Left'), await add('Right')];
        const [answer, ...written] = await Promise.all([
          merge(left, right),
          admin.post<Refusal>('/v1/authorization-requests', { influencerId: right, ...youtube }),
          admin.post<Refusal>(`/v1/influencers/${right}/notes`, { text: 'x' }),
          admin.post<Refusal>(`/v1/campaigns/${campaign}/influencers`, { influencerId: right }),
        ]);
        expect(answer.body.status).toBe('merged');
        const [request, note, member] = written.map(({ status }) => (status === 410 ? 0 : 1));
        for (const { status, body } of written) expect(status < 300 || body.mergedInto === left).toBe(true);
        const count = async (path: string) => (await admin.get<{ items: object[] }>(path)).body.items.length;
        expect(await count(`/v1/authorization-requests?influencerId=${left}`)).toBe(request);
        expect(await count(`/v1/influencers/${left}/notes`)).toBe(note);
        expect((await membersOf(campaign)).filter((id) => id === left)).toHaveLength(member!);
        expect(await rowsWith(right)).toEqual([]);
      }
    });

    it('and erased, leave nothing of the one, and the other whole or gone', async () => {
      const [erased, merged] = await Promise.all([admin.send('DELETE', `/v1/influencers/${other}`), merge()]);
      expect([erased.status, merged.status]).toEqual(erased.status === 204 ? [204, 404] : [410, 200]);
      expect(await rowsWith(other)).toEqual([]);
      expect((await admin.get(`/v1/influencers/${kept}`)).status).toBe(200);
    });
  });
});
