import { newId, AccountRemoved, AccountStateChanged } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { agencyConsentAt } from '@creator-connect/platforms/testing';
import { proven, type TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture, type KnownAccount } from './support/fixture';

describe('the agency’s own marketplace account', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start({ TTCM_MEMBERSHIP_SECONDS: '1' });
  }, 60_000);
  beforeEach(async () => {
    await fixture.freshSandbox();
    org = fixture.identities.anOrganisation();
  });
  afterAll(() => fixture?.stop());

  const outcome = (location: string) => new URL(location, 'http://localhost').searchParams.get('outcome');
  const state = async (as = org.viewer) => (await fixture.call(as, 'GET', '/v1/ttcm-connection')).body;
  const anAccount = (handle: string): KnownAccount => {
    const account = { id: newId(), organisationId: org.id, influencerId: newId(), handle };
    const known = { ...account, platform: 'tiktok' as const, marketplace: 'NON_TTCM' as const };
    fixture.accounts.set(known.id, known);
    return known;
  };
  const invite = (account: KnownAccount) =>
    fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { socialAccountId: account.id });
  const ended = async () =>
    (await fixture.service.published('MarketplaceConnectionEnded')).filter((one) => one['organisationId'] === org.id);
  const memberships = async (account: KnownAccount) =>
    (await fixture.service.published('MarketplaceStatusChanged'))
      .filter((event) => event['accountId'] === account.id)
      .map((event) => event['to']);

  it('is connected by an owner at TikTok’s own page, and nothing can be invited before', async () => {
    expect(await state()).toMatchObject({ state: 'NOT_CONNECTED', available: true, invitesBy: 'api' });
    const account = anAccount('sandbox.everyday');
    const before = await invite(account);
    expect([before.status, before.body['code']]).toEqual([409, 'ttcm.not_connected']);
    expect(await fixture.connect(org)).toBe('/admin/settings?tab=marketplace&outcome=connected');
    expect(await state()).toMatchObject({
      state: 'CONNECTED',
      accountId: fixture.sandbox.ttcmAccount,
      accountName: 'Sandbox Agency',
      country: 'US',
    });
    expect((await invite(account)).status).toBe(201);
    const told = (await fixture.service.published('MarketplaceConnected')).filter(
      ({ organisationId }) => organisationId === org.id,
    );
    expect(told).toEqual([{ organisationId: org.id, connectedAt: expect.any(String) }]);
  });

  it('keeps its token sealed, each organisation with its own', async () => {
    const other = fixture.identities.anOrganisation();
    await fixture.connect(org);
    expect(await state(other.owner)).toMatchObject({ state: 'NOT_CONNECTED', accountId: null });
    await fixture.connect(other);
    const rows = await fixture.service.database.query<{ sealed_token: string }>(
      'SELECT sealed_token FROM ttcm.agency_connections WHERE org_id = ANY($1)',
      [[org.id, other.id]],
    );
    expect(new Set(rows.map((row) => row.sealed_token)).size).toBe(2);
    // Sealed for its organisation: in another's row it does not open.
    await fixture.service.database.query(
      `UPDATE ttcm.agency_connections SET sealed_token = (SELECT sealed_token FROM ttcm.agency_connections WHERE org_id = $1)
        WHERE org_id = $2`,
      [other.id, org.id],
    );
    expect((await invite(anAccount('sandbox.everyday'))).status).toBe(500);
  });

  it('is connected by nobody but the owner who began it, in the same browser, once', async () => {
    const begun = await fixture.begin(org);
    const back = await agencyConsentAt(begun.redirectTo);
    const stranger = fixture.identities.anOrganisation();
    expect(outcome(await fixture.comeBack(stranger.owner, begun.cookie, back))).toBe('invalid');
    expect(outcome(await fixture.comeBack(org.admin, begun.cookie, back))).toBe('invalid');
    const calls = await fixture.calls('ttcm.oauth.token');
    expect(outcome(await fixture.comeBack(org.owner, `__Host-ttcm-connect=${'x'.repeat(43)}`, back))).toBe('invalid');
    // It was in the wrong hands: the right browser comes too late.
    expect(outcome(await fixture.comeBack(org.owner, begun.cookie, back))).toBe('invalid');
    expect(await fixture.calls('ttcm.oauth.token')).toBe(calls);

    const next = await fixture.begin(org);
    const answer = await agencyConsentAt(next.redirectTo);
    const many = await Promise.all(Array.from({ length: 10 }, () => fixture.comeBack(org.owner, next.cookie, answer)));
    expect(many.map(outcome).filter((one) => one === 'connected')).toHaveLength(1);
    expect((await fixture.calls('ttcm.oauth.token')) - calls).toBe(1);
  });

  it('is not begun by admins, API keys, or an owner without a fresh proof', async () => {
    const begin = async (as: Parameters<typeof fixture.call>[0]) =>
      (await fixture.call(as, 'POST', '/v1/ttcm-connection/attempts')).status;
    expect(await begin(org.admin)).toBe(403);
    const stale = { ...org.owner, auth_time: Math.floor(Date.now() / 1000) - 301 };
    expect(await begin(stale)).toBe(401);
    await fixture.connect(org);
    expect((await fixture.call(stale, 'DELETE', '/v1/ttcm-connection')).status).toBe(401);
    expect((await state())['state']).toBe('CONNECTED');
  });

  it('stays as it is when a new attempt is refused, or a needed permission is not ticked', async () => {
    await fixture.connect(org);
    const { connectedAt } = await state();
    expect(outcome(await fixture.connect(org, { decision: 'cancel' }))).toBe('refused');
    expect(outcome(await fixture.connect(org, { scopes: ['14010100'] }))).toBe('permission_missing');
    expect(await state()).toMatchObject({ state: 'CONNECTED', connectedAt });
    expect((await invite(anAccount('sandbox.everyday'))).status).toBe(201);
    await until(
      'TikTok was told to forget what is not used',
      async () => (await fixture.calls('ttcm.oauth.revoke')) > 0,
    );
  });

  it('is disconnected at once, and TikTok is told, also when it can not answer at first', async () => {
    await fixture.connect(org);
    const revoked = await fixture.calls('ttcm.oauth.revoke');
    await fixture.sandbox.fault({ platform: 'ttcm', operation: 'ttcm.oauth.revoke', kind: 'status', status: 500 });
    expect((await fixture.call(proven(org.owner), 'DELETE', '/v1/ttcm-connection')).status).toBe(204);
    expect(await state()).toMatchObject({ state: 'NOT_CONNECTED', accountId: null });
    const left = async () =>
      (await fixture.service.database.query('SELECT id FROM ttcm.agency_revocations WHERE org_id = $1', [org.id]))
        .length;
    await until('it was tried', async () => (await fixture.calls('ttcm.oauth.revoke')) > revoked, 20_000);
    await fixture.sandbox.clearFaults();
    await until('the failure is noted', async () => {
      const sql = 'SELECT id FROM ttcm.agency_revocations WHERE org_id = $1 AND last_error IS NOT NULL';
      return (await fixture.service.database.query(sql, [org.id])).length === 1;
    });
    await fixture.service.database.query('UPDATE ttcm.agency_revocations SET due_at = now() WHERE org_id = $1', [
      org.id,
    ]);
    await until('TikTok has forgotten', async () => (await left()) === 0, 20_000);
    expect((await invite(anAccount('sandbox.everyday'))).body['code']).toBe('ttcm.not_connected');
  });

  it('that TikTok takes no longer says so once, is used no more, and heals by connecting again', async () => {
    await fixture.connect(org);
    const account = anAccount('sandbox.everyday');
    await fixture.sandbox.fault({ platform: 'ttcm', operation: 'ttcm.invite', kind: 'error', code: '40105' });
    const refused = await invite(account);
    expect([refused.status, refused.body['code']]).toEqual([409, 'ttcm.reauth_needed']);
    expect(await state()).toMatchObject({ state: 'REAUTH', endCause: 'token_refused' });
    await fixture.sandbox.clearFaults();
    const calls = await fixture.calls('ttcm.invite');
    expect((await invite(account)).body['code']).toBe('ttcm.reauth_needed');
    expect(await fixture.calls('ttcm.invite')).toBe(calls);
    expect(await ended()).toMatchObject([{ cause: 'token_refused' }]);
    const [row] = await fixture.service.database.query<{ sealed_token: string | null }>(
      'SELECT sealed_token FROM ttcm.agency_connections WHERE org_id = $1',
      [org.id],
    );
    expect(row!.sealed_token).toBeNull();
    expect(outcome(await fixture.connect(org))).toBe('connected');
    expect(await state()).toMatchObject({ state: 'CONNECTED', endCause: null });
    expect((await invite(account)).status).toBe(201);
  });

  it.each(['throttle', 'status'])('is accused of nothing by a platform that can not answer: %s', async (kind) => {
    await fixture.connect(org);
    await fixture.sandbox.fault({
      platform: 'ttcm',
      operation: 'ttcm.invite',
      kind,
      ...(kind === 'status' && { status: 500 }),
    });
    expect((await invite(anAccount('sandbox.everyday'))).body['code']).toBe('ttcm.unavailable');
    expect(await state()).toMatchObject({ state: 'CONNECTED' });
    expect(await ended()).toEqual([]);
  });

  it('keeps an invitation open while it is lapsed, and goes on once it is connected again', async () => {
    await fixture.connect(org);
    const account = anAccount('sandbox.everyday');
    const { body } = await invite(account);
    await fixture.call(proven(org.owner), 'DELETE', '/v1/ttcm-connection');
    await fixture.sandbox.does('tiktok-everyday', 'join-marketplace');
    const of = async () =>
      (await fixture.call(org.viewer, 'GET', `/v1/ttcm-invites/${String(body['id'])}`)).body['state'];
    await until(
      'it was looked at in vain',
      async () => {
        const sql = 'SELECT id FROM ttcm.invites WHERE id = $1 AND last_error = $2';
        return (await fixture.service.database.query(sql, [body['id'], 'ttcm.not_connected'])).length === 1;
      },
      20_000,
    );
    expect(await of()).toBe('INVITED');
    await fixture.connect(org);
    await until('the creator has joined', async () => (await of()) === 'ACCEPTED', 20_000);
  });

  describe('membership', () => {
    it('that is lost later, or won without us, is noticed', async () => {
      await fixture.connect(org);
      const member = anAccount('sandbox.member');
      await fixture.added(member, 'TTCM');
      const everyday = anAccount('sandbox.everyday');
      await fixture.added(everyday, 'NON_TTCM');
      await fixture.sandbox.does('tiktok-member', 'lose-membership');
      await until('the loss is noticed', async () => (await memberships(member)).join() === 'NON_TTCM', 20_000);
      expect(await memberships(everyday)).toEqual([]);
    });

    it('that is lost is noticed of an account that is known by its handle only', async () => {
      await fixture.connect(org);
      const member = anAccount('sandbox.member');
      const { influencerId, id: accountId } = member;
      const ids = { organisationId: org.id, influencerId, accountId };
      const states = { from: 'NON_AUTH', to: 'NON_AUTH', marketplace: 'TTCM', tracked: true, source: 'ttcm' } as const;
      const by = { cause: 'added_by_admin', actor: 'admin', at: new Date().toISOString() } as const;
      await fixture.service.publish(AccountStateChanged, { ...ids, platform: 'tiktok', ...states, ...by }, 1);
      await fixture.sandbox.does('tiktok-member', 'lose-membership');
      await until('the loss is noticed', async () => (await memberships(member)).join() === 'NON_TTCM', 20_000);
    });

    it('is asked of no account of which TikTok told the display name only, whose handle that may be', async () => {
      await fixture.connect(org);
      // The display name of one is the handle of another, who is a member.
      const nameless = { ...anAccount('sandbox.member'), handleTold: false };
      fixture.accounts.set(nameless.id, nameless);
      await fixture.added(nameless, 'NON_TTCM');
      const asked = () =>
        fixture.service.database.query('SELECT FROM ttcm.memberships WHERE id = $1 AND last_error = $2', [
          nameless.id,
          'ttcm.handle_not_told',
        ]);
      await until('it was its turn', async () => (await asked()).length === 1, 20_000);
      expect(await memberships(nameless)).toEqual([]);
      const { status, body } = await invite(nameless);
      expect([status, body['code']]).toEqual([409, 'ttcm.handle_not_told']);
    });

    it('is not known before the marketplace was asked, nor of a handle that it does not know', async () => {
      const [everyday, nobody] = [anAccount('sandbox.everyday'), anAccount('nobody.at.all')];
      const asked = async ({ id }: KnownAccount) =>
        (await fixture.call(org.viewer, 'GET', `/v1/ttcm-membership?socialAccountId=${id}`)).body;
      const unknown = (unknownBecause: string | null) => ({ marketplace: 'NON_TTCM', unknownBecause });
      for (const account of [everyday, nobody]) {
        await fixture.added(account, 'NON_TTCM');
        expect(await asked(account)).toEqual(unknown('not_asked'));
      }
      await fixture.connect(org);
      const told = async (account: KnownAccount) => (await asked(account))['unknownBecause'] !== 'not_asked';
      await until('both were asked about', async () => (await told(everyday)) && (await told(nobody)), 20_000);
      expect(await asked(everyday)).toEqual(unknown(null));
      expect(await asked(nobody)).toEqual(unknown('handle_unknown'));
      expect([await memberships(everyday), await memberships(nobody)]).toEqual([[], []]);
      const nameless = { ...anAccount('sandbox.everyday'), handleTold: false };
      fixture.accounts.set(nameless.id, nameless);
      expect(await asked(nameless)).toEqual(unknown('handle_not_told'));
    });

    it('is not lost by a handle that TikTok does not know, and not asked of an account that is gone', async () => {
      await fixture.connect(org);
      const renamed = anAccount('renamed.since');
      await fixture.added(renamed, 'TTCM');
      const asked = async () =>
        (
          await fixture.service.database.query('SELECT id FROM ttcm.memberships WHERE id = $1 AND lease_epoch > 1', [
            renamed.id,
          ])
        ).length;
      await until('it was asked twice', async () => (await asked()) === 1, 20_000);
      expect(await memberships(renamed)).toEqual([]);
      const { influencerId, id: accountId } = renamed;
      const removedAt = new Date().toISOString();
      await fixture.service.publish(AccountRemoved, {
        organisationId: org.id,
        influencerId,
        accountId,
        platform: 'tiktok',
        removedAt,
      });
      await until('it is forgotten', async () => (await asked()) === 0, 20_000);
    });
  });
});
