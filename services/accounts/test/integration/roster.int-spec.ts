import { AccountRemoved, AccountState, AuthRevoked, InfluencerErased, newId } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { AccountsFixture, influencerIdentity, type Organisation } from './support/accounts-fixture';

interface Entry {
  id: string;
  name: string;
  socialAccounts: { handle: string; authState: string }[];
}

interface Removal {
  held: { service: string; set: string; count: number }[];
  unknown: string[];
}

const now = () => Math.floor(Date.now() / 1000);

describe('the roster', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let admin: ReturnType<AccountsFixture['as']>;
  let owner: Identity;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
  }, 60_000);
  beforeEach(async () => {
    org = await fixture.anOrganisation();
    admin = fixture.as({ ...org.admin, auth_time: now() });
    owner = org.owner;
  });
  afterAll(() => fixture?.stop());

  const add = async (name: string, more: object = {}) =>
    admin.post<{ id: string }>('/v1/influencers', { name, email: `${newId()}@example.com`, ...more });
  const found = async (query: string) => {
    const { status, body } = await admin.get<{ items: Entry[] }>(`/v1/influencers?${query}`);
    expect(status).toBe(200);
    return body.items.map(({ name }) => name);
  };
  const authorize = (influencerId: string, change: Parameters<AccountsFixture['aConnectedAccount']>[2] = {}) =>
    fixture.aConnectedAccount(org, influencerId, change);

  it('takes no value that is nested a hundred thousand deep for a name, a field or a whole request (HT-03)', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const headers = {
      ...(await fixture.identities.headers(org.admin, 'accounts')),
      'content-type': 'application/json',
    };
    for (const payload of [
      deep,
      `{"name":${deep}}`,
      `{"name":"Kim","email":"kim@example.com","fields":{"x":${deep}}}`,
    ]) {
      const answer = await fixture.app.inject({ method: 'POST', url: '/v1/influencers', headers, payload });
      expect([answer.statusCode, answer.body.includes('stack')]).toEqual([400, false]);
    }
    expect((await add('Kim')).status).toBe(201);
  });

  describe('fields', () => {
    const items = [
      { key: 'topic', label: 'Topic', kind: 'choice', choices: ['food', 'travel'], required: true },
      { key: 'size', label: 'Shirt size', kind: 'text', required: false },
    ];

    it('are the organisation’s own, and required ones are demanded of everybody who is added or changed', async () => {
      expect(
        (await fixture.as(org.viewer).send('PUT', '/v1/organisations/current/influencer-fields', { items })).status,
      ).toBe(403);
      expect((await admin.send('PUT', '/v1/organisations/current/influencer-fields', { items })).status).toBe(200);
      const missing = await add('Ada');
      expect([missing.status, missing.body]).toEqual([
        400,
        expect.objectContaining({ errors: [expect.objectContaining({ field: 'fields.topic', code: 'empty' })] }),
      ]);
      const wrong = await add('Ada', { fields: { topic: 'cars', other: 'x' } });
      expect(wrong.body).toMatchObject({
        errors: [{ field: 'fields.other' }, { field: 'fields.topic', message: 'must be one of: food, travel' }],
      });
      const long = await add('x'.repeat(201));
      expect(long.body).toMatchObject({
        errors: [{ field: 'name', code: 'wrong_length', params: { min: 1, max: 200 } }],
      });
      const { body } = await add('Ada', { fields: { topic: 'food', size: 'M' } });
      expect(body).toMatchObject({ fields: { topic: 'food', size: 'M' } });
      const changed = await admin.send('PATCH', `/v1/influencers/${body.id}`, {
        fields: { topic: 'travel' },
        timeZone: 'Europe/Berlin',
      });
      expect(changed.body).toMatchObject({ name: 'Ada', fields: { topic: 'travel' }, timeZone: 'Europe/Berlin' });
      expect((await admin.send('PATCH', `/v1/influencers/${body.id}`, { fields: {} })).status).toBe(400);
      expect((await admin.send('PATCH', `/v1/influencers/${body.id}`, { email: 'x@example.com' })).status).toBe(400);
    });

    it.each([
      [[{ ...items[0], choices: [] }]],
      [[items[1], items[1]]],
      [[{ ...items[1], key: 'email' }]],
      [[{ ...items[1], key: '__proto__' }]],
    ])('are refused when they make no sense', async (bad) => {
      const answer = await admin.send('PUT', '/v1/organisations/current/influencer-fields', { items: bad });
      expect(answer.status).toBe(400);
    });

    it('keep what was entered when a field goes and comes back', async () => {
      await admin.send('PUT', '/v1/organisations/current/influencer-fields', { items });
      const { body } = await add('Ada', { fields: { topic: 'food' } });
      await admin.send('PUT', '/v1/organisations/current/influencer-fields', { items: [] });
      await admin.send('PUT', '/v1/organisations/current/influencer-fields', { items });
      expect((await admin.get(`/v1/influencers/${body.id}`)).body).toMatchObject({ fields: { topic: 'food' } });
    });
  });

  describe('search and filters', () => {
    it('find by the beginning of a name, an address or a handle, in any case', async () => {
      const { body: ada } = await add('Ada Lovelace', { email: 'countess@example.com' });
      await add('Grace Hopper');
      await authorize(ada.id, { handle: 'Enchantress.of.Numbers' });
      for (const search of [
        'ada',
        'LOVE',
        'love ada',
        'countess',
        'countess@exa',
        'Countess@Example.com',
        'example countess',
        '@enchantress',
        'enchantress.of',
      ])
        expect([search, await found(`search=${encodeURIComponent(search)}`)]).toEqual([search, ['Ada Lovelace']]);
      for (const search of ['lace', 'grace lovelace', '%', '_', "'; --", ':*'])
        expect([search, await found(`search=${encodeURIComponent(search)}`)]).toEqual([search, []]);
      expect(await found('search=')).toEqual(['Grace Hopper', 'Ada Lovelace']);
      await admin.send('PATCH', `/v1/influencers/${ada.id}`, { name: 'Augusta King' });
      expect([await found('search=ada'), await found('search=king%20countess')]).toEqual([[], ['Augusta King']]);
      expect((await admin.get('/v1/influencers?search=a%00')).status).toBe(400);
    });

    it('find the same when words and handles are very many', async () => {
      const [one, other] = [await add('Zora One'), await add('Zora Other')];
      await add('Somebody Else');
      await fixture.database.query(
        `INSERT INTO accounts.influencer_words (org_id, influencer_id, word)
         SELECT $1, $2, 'zo' || n FROM generate_series(1, 20001) n`,
        [org.id, one.body.id],
      );
      await authorize(other.body.id, { handle: 'zodiac' });
      expect(await found('search=zo')).toEqual(['Zora Other', 'Zora One']);
      expect(await found('search=zo%20one')).toEqual(['Zora One']);
      expect(await found('search=zo&platform=instagram')).toEqual(['Zora Other']);
    });

    it('filter by platform, state, marketplace and group; one account has to meet all', async () => {
      const [insta, both, none] = [
        (await add('Insta')).body.id,
        (await add('Both')).body.id,
        (await add('None')).body.id,
      ];
      await authorize(insta);
      const tiktok = await authorize(both, { platform: 'tiktok', platformAccountId: newId() });
      await authorize(both);
      await fixture.handled(
        await fixture.publish(
          AuthRevoked,
          {
            organisationId: org.id,
            influencerId: both,
            accountId: tiktok,
            platform: 'tiktok',
            cause: 'revoked_by_person',
            by: 'person',
            revokedAt: new Date().toISOString(),
            grantVersion: 1,
          },
          2,
        ),
      );
      expect(await found('platform=instagram')).toEqual(['Both', 'Insta']);
      expect(await found('platform=tiktok&authState=AUTHENTICATED')).toEqual([]);
      expect(await found('platform=tiktok&authState=NON_AUTH&marketplace=NON_TTCM')).toEqual(['Both']);
      const group = (await admin.post<{ id: string }>('/v1/influencer-groups', { name: 'Favourites' })).body.id;
      await admin.send('PUT', `/v1/influencer-groups/${group}/influencers/${none}`);
      await admin.send('PUT', `/v1/influencer-groups/${group}/influencers/${insta}`);
      expect(await found(`groupId=${group}`)).toEqual(['None', 'Insta']);
      expect(await found(`groupId=${group}&platform=instagram`)).toEqual(['Insta']);
      const { body } = await admin.get<{ items: Entry[] }>('/v1/influencers?search=both');
      expect(body.items[0]!.socialAccounts.map(({ authState }) => authState).toSorted()).toEqual([
        'AUTHENTICATED',
        'NON_AUTH',
      ]);
    });

    it('page through a filtered list without gap or repetition', async () => {
      for (let i = 0; i < 7; i += 1) await add(`Match ${i}`);
      await add('Other');
      const seen: string[] = [];
      let cursor = '';
      do {
        const path = `/v1/influencers?search=match&limit=3${cursor && `&cursor=${cursor}`}`;
        const { body } = await admin.get<{ items: Entry[]; nextCursor: string | null }>(path);
        seen.push(...body.items.map(({ name }) => name));
        cursor = body.nextCursor ?? '';
      } while (cursor);
      expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Match ${i}`));
    });
  });

  it('writes to whoever is added in the language of the organisation, unless they have their own', async () => {
    const admin = fixture.as(org.admin);
    const add = async (change = {}) => {
      const body = { name: 'Kim', email: `${newId()}@example.com`, ...change };
      return (await admin.post<{ id: string; locale: string }>('/v1/influencers', body)).body;
    };
    expect((await add()).locale).toBe('en');
    const change = (locale: string, who = org.admin) =>
      fixture.as(who).send<{ locale: string }>('PATCH', '/v1/organisations/current', { locale });
    expect((await change('de')).body.locale).toBe('de');
    expect((await change('en', org.viewer)).status).toBe(403);
    expect((await change('xx')).status).toBe(400);
    const [added, own] = [await add(), await add({ locale: 'en-GB' })];
    expect([added.locale, own.locale]).toEqual(['de', 'en-GB']);
    const notifications = fixture.from('notifications');
    const about = { organisationId: org.id, influencerId: own.id, purpose: 'code', accountIds: [] };
    expect((await notifications.post('/internal/message-recipients', about)).body).toMatchObject({
      locale: 'en-GB',
      organisationLocale: 'de',
    });
    expect((await notifications.get(`/internal/organisations/${org.id}`)).body).toEqual({
      name: org.name,
      locale: 'de',
    });
  });

  it('has groups with names of their own, and notes', async () => {
    const { body: influencer } = await add('Ada');
    const { body: group } = await admin.post<{ id: string }>('/v1/influencer-groups', { name: 'Spring' });
    expect((await admin.post('/v1/influencer-groups', { name: 'spring' })).body['code']).toBe('accounts.group_exists');
    const { body: other } = await admin.post<{ id: string }>('/v1/influencer-groups', { name: 'Autumn' });
    expect((await admin.send('PATCH', `/v1/influencer-groups/${other.id}`, { name: 'SPRING' })).status).toBe(409);
    expect((await admin.send('PATCH', `/v1/influencer-groups/${other.id}`, { name: 'autumn' })).status).toBe(200);
    for (let i = 0; i < 2; i += 1)
      expect((await admin.send('PUT', `/v1/influencer-groups/${group.id}/influencers/${influencer.id}`)).status).toBe(
        204,
      );
    expect((await admin.get('/v1/influencer-groups')).body).toMatchObject({
      items: [
        { name: 'autumn', influencers: 0 },
        { name: 'Spring', influencers: 1 },
      ],
    });
    expect((await admin.send('DELETE', `/v1/influencer-groups/${group.id}`)).status).toBe(204);
    expect((await admin.get(`/v1/influencers/${influencer.id}`)).status).toBe(200);

    const notes = `/v1/influencers/${influencer.id}/notes`;
    expect((await fixture.as(org.viewer).post(notes, { text: 'no' })).status).toBe(403);
    const { body: note } = await admin.post<{ id: string }>(notes, { text: 'Likes tea.\nAnswers at night.' });
    expect(note).toMatchObject({ text: 'Likes tea.\nAnswers at night.', authorId: org.admin.sub });
    // Of another replica, whose clock is ahead: the answer is about the note that was written, not the newest.
    await fixture.database.query(
      `INSERT INTO accounts.influencer_notes (id, org_id, influencer_id, author_id, text, created_at)
       VALUES ('ffffffff-ffff-7fff-bfff-ffffffffffff', $1, $2, $3, 'later', now())`,
      [org.id, influencer.id, org.owner.sub],
    );
    expect((await admin.post(notes, { text: 'mine' })).body).toMatchObject({ text: 'mine', authorId: org.admin.sub });
    await fixture.database.query(`DELETE FROM accounts.influencer_notes WHERE text IN ('later', 'mine')`);
    expect((await admin.send('DELETE', `${notes}/${note.id}`)).status).toBe(204);
    expect((await admin.get(notes)).body).toEqual({ items: [], nextCursor: null });
  });

  describe('CSV', () => {
    const csv = (...lines: string[]) => ['name,email,tiktok,topic', ...lines].join('\n');

    it('is imported row by row, with the refusals of the form', async () => {
      await admin.send('PUT', '/v1/organisations/current/influencer-fields', {
        items: [{ key: 'topic', label: 'Topic', kind: 'choice', choices: ['food'], required: true }],
      });
      const text = csv(
        'Ada,ada@example.com,,food',
        'Grace,not an address,,food',
        'Lin,ada@EXAMPLE.com,,food',
        'Tim,tim@example.com,@tim.tok,food',
        'Joan,joan@example.com,,',
        'Mary,mary@example.com,,food',
      );
      interface Outcome {
        added: number;
        refused: number;
        rows: { line: number; outcome: string; code?: string; name?: string; influencerId?: string }[];
      }
      const post = (dryRun: boolean) => admin.post<Outcome>('/v1/influencers/imports', { csv: text, dryRun });
      const dry = await post(true);
      expect([dry.status, await found('')]).toEqual([200, []]);

      const { body } = await post(false);
      // Word for word, Lin with the address of Ada included.
      expect({ ...body, rows: body.rows.map((row) => ({ ...row, influencerId: undefined })) }).toEqual(dry.body);
      expect(body).toMatchObject({ added: 2, refused: 4 });
      expect(body.rows.map(({ line, outcome, code }) => [line, outcome, code])).toEqual([
        [2, 'added', undefined],
        [3, 'refused', 'request.invalid'],
        [4, 'refused', 'accounts.influencer_exists'],
        [5, 'refused', 'accounts.tiktok_not_connectable'],
        [6, 'refused', 'request.invalid'],
        [7, 'added', undefined],
      ]);
      expect(await found('')).toEqual(['Mary', 'Ada']);
      const named = body.rows.flatMap(({ name, influencerId }) => (name ? [[name, influencerId]] : []));
      expect(named.map(([name]) => name)).toEqual(['Ada', 'Mary']);
      const { body: ada } = await admin.get<{ name: string }>(`/v1/influencers/${named[0]![1]}`);
      expect(ada.name).toBe('Ada');
    });

    it('is told line by line while it is imported, where that is asked for', async () => {
      const lines = { accept: 'application/x-ndjson' };
      const send = (csv: string) => admin.send<{ code: string }>('POST', '/v1/influencers/imports', { csv }, lines);
      const { status, headers, bytes } = await send('name,email\nAda,ada@example.com\nGrace,not an address');
      expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson']);
      const told = bytes.toString('utf8').trimEnd().split('\n');
      const step = (stage: string, done: number) => ({ progress: { stage, done, all: 2 } });
      const steps = [step('asking', 1), step('asking', 2), step('adding', 1), step('adding', 2)];
      expect(told.slice(0, -1).map((line) => JSON.parse(line))).toEqual(steps);
      expect(JSON.parse(told.at(-1)!)).toMatchObject({
        result: {
          added: 1,
          refused: 1,
          rows: [
            { line: 2, name: 'Ada' },
            { line: 3, code: 'request.invalid' },
          ],
        },
      });
      expect(await found('')).toEqual(['Ada']);
      const refused = await send('no columns');
      expect([refused.status, refused.headers['content-type'], refused.body['code']]).toEqual([
        400,
        expect.stringContaining('application/problem+json'),
        'request.invalid',
      ]);
    });

    it('is exported as a whole, with a fresh proof, and without formulas', async () => {
      // In parts, none of which runs out of time on a busy machine.
      for (let from = 0; from < 620; from += 62) {
        const some = Array.from({ length: 62 }, (_, i) => `Creator ${from + i},c${from + i}@example.com`);
        const csv = ['name,email', ...some].join('\n');
        expect((await admin.post<{ added: number }>('/v1/influencers/imports', { csv })).body.added).toBe(62);
      }
      const { body } = await add('=HYPERLINK("https://evil.example")');
      await authorize(body.id, { handle: '@sum' });
      const stale = await fixture.as({ ...owner, auth_time: now() - 301 }).get('/v1/influencers/export');
      expect([stale.status, stale.body['code']]).toEqual([401, 'request.step_up_needed']);
      const answer = await admin.download('/v1/influencers/export');
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      const lines = answer.bytes.toString('utf8').trimEnd().split('\n');
      expect(lines).toHaveLength(622);
      expect(lines[0]).toBe('name,email,locale,time_zone,created_at,instagram,tiktok,youtube');
      expect(lines[1]).toMatch(/^"'=HYPERLINK\(""https:\/\/evil\.example""\)",/);
      expect(lines[1]).toContain(`'@sum (AUTHENTICATED)`);
    });
  });

  describe('removing', () => {
    it('an account shows first what goes, service by service, and changes nothing by that', async () => {
      const { body } = await add('Ada');
      const accountId = await authorize(body.id);
      const another = await authorize(body.id, { platform: 'tiktok', platformAccountId: newId() });
      fixture.holders.hold('collector', 'posts', body.id, [
        { account_id: accountId },
        { account_id: accountId },
        { account_id: another },
      ]);
      fixture.holders.hold('ttcm', 'invitations', body.id, [{ account_id: another }]);
      const preview = await fixture.as(org.viewer).get<Removal>(`/v1/social-accounts/${accountId}/removal`);
      const history = await admin.get<{ items: object[] }>(`/v1/social-accounts/${accountId}/history`);
      expect([preview.status, preview.body]).toEqual([
        200,
        {
          held: [
            { service: 'accounts', set: 'accounts', count: 1 },
            { service: 'accounts', set: 'account-history', count: history.body.items.length },
            { service: 'collector', set: 'posts', count: 2 },
          ],
          unknown: [],
        },
      ]);
      expect((await admin.get(`/v1/social-accounts/${accountId}`)).status).toBe(200);
      const person = influencerIdentity(org, body.id);
      expect((await fixture.as(person).get(`/v1/social-accounts/${accountId}/removal`)).status).toBe(403);
    });

    it.each(['account', 'influencer'])(
      'an %s names the service that does not answer, and no number stands for what it holds',
      async (removed) => {
        const { body } = await add('Ada');
        const accountId = await authorize(body.id);
        fixture.holders.hold('collector', 'posts', body.id, [{ account_id: accountId }]);
        fixture.holders.silent.add('collector');
        try {
          const things = { account: `social-accounts/${accountId}`, influencer: `influencers/${body.id}` };
          const preview = await admin.get<Removal>(`/v1/${things[removed as keyof typeof things]}/removal`);
          expect(preview.status).toBe(200);
          expect(preview.body.unknown).toEqual(['collector']);
          expect(preview.body.held.map(({ service }) => service)).not.toContain('collector');
          expect(preview.body.held).toContainEqual({ service: 'accounts', set: 'accounts', count: 1 });
        } finally {
          fixture.holders.silent.clear();
        }
      },
    );

    it('an account tells others, leaves a tombstone, and takes no late fact for a stranger’s', async () => {
      const { body } = await add('Ada');
      const accountId = await authorize(body.id);
      expect((await fixture.as(org.viewer).send('DELETE', `/v1/social-accounts/${accountId}`)).status).toBe(403);
      expect((await admin.send('DELETE', `/v1/social-accounts/${accountId}`)).status).toBe(204);
      expect((await admin.get(`/v1/social-accounts/${accountId}`)).status).toBe(404);
      const removed = await fixture.published('AccountRemoved', accountId);
      expect(removed).toEqual([
        expect.objectContaining({ data: expect.objectContaining({ accountId, influencerId: body.id }) }),
      ]);
      const states = await fixture.published(AccountState.type, accountId);
      expect(states.at(-1)!.data).toBeNull();
      expect(states.at(-1)!.version).toBeGreaterThan(removed[0]!.version);

      const late = await fixture.publish(
        AuthRevoked,
        {
          organisationId: org.id,
          influencerId: body.id,
          accountId,
          platform: 'instagram',
          cause: 'revoked_by_organisation',
          by: 'organisation',
          revokedAt: new Date().toISOString(),
          grantVersion: 1,
        },
        2,
      );
      await fixture.handled(late);
      expect(await fixture.database.query('SELECT 1 FROM accounts.dead_letter WHERE event_id = $1', [late])).toEqual(
        [],
      );
      expect((await admin.send('DELETE', `/v1/social-accounts/${accountId}`)).status).toBe(404);
    });

    it('an influencer shows first what goes, needs a fresh proof, and names every account in the event', async () => {
      const { body } = await add('Ada');
      const accounts = [
        await authorize(body.id),
        await authorize(body.id, { platform: 'tiktok', platformAccountId: newId() }),
      ];
      const reserved = await fixture.aReservation(org, body.id, { platformAccountId: newId() });
      const campaign = (await admin.post<{ id: string }>('/v1/campaigns', { name: 'Spring' })).body.id;
      await admin.post(`/v1/campaigns/${campaign}/influencers`, { influencerId: body.id });
      await admin.post('/v1/authorization-requests', { influencerId: body.id, platforms: [{ platform: 'youtube' }] });
      await admin.post(`/v1/influencers/${body.id}/notes`, { text: 'x' });

      const group = await admin.post<{ id: string }>('/v1/influencer-groups', { name: `Group ${newId()}` });
      await admin.send('PUT', `/v1/influencer-groups/${group.body.id}/influencers/${body.id}`);
      fixture.holders.hold('collector', 'posts', body.id, [{ account_id: accounts[0] }, { account_id: accounts[1] }]);
      fixture.holders.hold('notifications', 'mails', body.id, [{ id: newId() }]);

      const preview = await admin.get<Removal>(`/v1/influencers/${body.id}/removal`);
      const own = await fixture.as(influencerIdentity(org, body.id)).get<Removal>('/v1/own-data/erasure');
      // Counted as for a creator who erases themselves. The reserved account goes as well.
      expect(preview.body).toEqual({ held: own.body.held, unknown: [] });
      expect(preview.body.held).toEqual(
        expect.arrayContaining([
          { service: 'accounts', set: 'accounts', count: 3 },
          { service: 'accounts', set: 'authorization-requests', count: 1 },
          { service: 'accounts', set: 'campaigns', count: 1 },
          { service: 'accounts', set: 'groups', count: 1 },
          { service: 'accounts', set: 'notes', count: 1 },
          { service: 'collector', set: 'posts', count: 2 },
          { service: 'notifications', set: 'mails', count: 1 },
        ]),
      );
      const stale = await fixture
        .as({ ...org.admin, auth_time: now() - 400 })
        .send('DELETE', `/v1/influencers/${body.id}`);
      expect(stale.body['code']).toBe('request.step_up_needed');
      const erased = await admin.send('DELETE', `/v1/influencers/${body.id}`);
      expect(erased.status).toBe(204);

      expect((await admin.get(`/v1/influencers/${body.id}`)).status).toBe(404);
      expect((await admin.get(`/v1/campaigns/${campaign}/influencers`)).body).toMatchObject({ items: [] });
      const [event] = await fixture.published(InfluencerErased.type, body.id);
      expect((event!.data['accountIds'] as string[]).toSorted()).toEqual([...accounts, reserved].toSorted());
      for (const accountId of accounts) expect(await fixture.published(AccountRemoved.type, accountId)).toHaveLength(1);
      expect(await fixture.published('CampaignInfluencerRemoved', campaign)).toHaveLength(1);
      const left = await fixture.database.query('SELECT 1 FROM accounts.social_accounts WHERE influencer_id = $1', [
        body.id,
      ]);
      expect(left).toEqual([]);
    });
  });

  describe('campaigns', () => {
    const campaignOf = async (...influencers: string[]) => {
      const { body } = await admin.post<{ id: string }>('/v1/campaigns', {
        name: 'Spring',
        startsOn: '2031-03-01',
        endsOn: '2031-05-31',
      });
      for (const influencerId of influencers)
        await admin.post(`/v1/campaigns/${body.id}/influencers`, { influencerId });
      return body.id;
    };

    it('change name and dates, tell only what others need, and lose members', async () => {
      const { body } = await add('Ada');
      const id = await campaignOf(body.id);
      const renamed = await admin.send('PATCH', `/v1/campaigns/${id}`, { name: 'Summer' });
      expect(renamed.body).toMatchObject({ name: 'Summer', startsOn: '2031-03-01' });
      expect(await fixture.published('CampaignChanged', id)).toEqual([]);
      expect((await admin.send('PATCH', `/v1/campaigns/${id}`, { endsOn: '2031-02-01' })).status).toBe(400);
      expect((await admin.send('PATCH', `/v1/campaigns/${id}`, { endsOn: '2031-02-30' })).status).toBe(400);
      const open = await admin.send('PATCH', `/v1/campaigns/${id}`, { endsOn: null });
      expect(open.body).toMatchObject({ endsOn: null });
      expect(await fixture.published('CampaignChanged', id)).toHaveLength(1);

      expect((await admin.send('DELETE', `/v1/campaigns/${id}/influencers/${body.id}`)).status).toBe(204);
      expect((await fixture.published('CampaignState', id)).at(-1)!.data).toMatchObject({ influencerIds: [] });
      expect((await admin.send('DELETE', `/v1/campaigns/${id}`)).status).toBe(204);
      expect((await admin.get(`/v1/campaigns/${id}`)).status).toBe(404);
      expect((await fixture.published('CampaignState', id)).at(-1)!.data).toBeNull();
      const versions = await fixture.database.query<{ v: string }>(
        'SELECT aggregateversion AS v FROM accounts.outbox WHERE aggregateid = $1 ORDER BY seq',
        [id],
      );
      expect(versions.map(({ v }) => Number(v))).toEqual(versions.map((_, index) => index + 1));
    });

    it('forecast what ends before they do, the last day included, soonest first', async () => {
      const ends = async (name: string, end: string | null) => {
        const { body } = await add(name);
        const account = await authorize(body.id);
        await fixture.database.query('UPDATE accounts.social_accounts SET grant_ends_at = $2 WHERE id = $1', [
          account,
          end,
        ]);
        return body.id;
      };
      const id = await campaignOf(
        await ends('Last second', '2031-05-31T23:59:59Z'),
        await ends('Too late', '2031-06-01T00:00:00Z'),
        await ends('Soon', '2031-04-01T00:00:00Z'),
        await ends('Endless', null),
      );
      const { body } = await admin.get<{ endsOn: string; accounts: { influencerName: string; endsAt: string }[] }>(
        `/v1/campaigns/${id}/forecast`,
      );
      expect(body.endsOn).toBe('2031-05-31');
      expect(body.accounts.map(({ influencerName }) => influencerName)).toEqual(['Soon', 'Last second']);
    });
  });
});
