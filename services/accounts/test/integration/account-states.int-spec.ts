import {
  AccountAuthorized,
  AuthExpired,
  AuthExpiring,
  AuthExtended,
  AuthRevoked,
  InviteAccepted,
  InviteExpired,
  InviteSent,
  MarketplaceStatusChanged,
  newId,
  PermissionsChanged,
  ProfileCollected,
} from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { AccountsFixture, influencerIdentity, type Organisation } from './support/accounts-fixture';

interface Account {
  id: string;
  handle: string;
  displayName: string;
  authState: string;
  marketplace: string | null;
  tracked: boolean;
  cause: string;
  missingScopes: string[];
  validUntil: string | null;
}
interface HistoryPage {
  items: { outcome: string; to: string; cause: string; actor: string; rule: string | null; eventId: string | null }[];
  nextCursor: string | null;
}

describe('states of social accounts', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let influencerId: string;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    org = await fixture.anOrganisation();
  }, 60_000);
  beforeEach(async () => {
    influencerId = await fixture.anInfluencer(org);
  });
  afterAll(() => fixture?.stop());

  const idsOf = (accountId: string) => ({ organisationId: org.id, influencerId, accountId });
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
  const authorized = (accountId: string, grantVersion: number, change: Partial<AccountAuthorized> = {}) =>
    fixture.publish(AccountAuthorized, {
      ...idsOf(accountId),
      platform: 'instagram',
      flow: 'link',
      scopes: ['instagram_basic'],
      missingScopes: [],
      first: grantVersion === 1,
      authorizedAt: at(grantVersion),
      tokenExpiresAt: null,
      dataAccessExpiresAt: at(59),
      grantVersion,
      ...change,
    });
  const expired = (accountId: string, grantVersion: number, change: Partial<AuthExpired> = {}) =>
    fixture.publish(AuthExpired, {
      ...idsOf(accountId),
      platform: 'instagram',
      cause: 'password_changed',
      rule: 'instagram:190/460',
      observedAt: at(grantVersion),
      grantVersion,
      ...change,
    });
  const account = async (id: string) => (await fixture.as(org.viewer).get<Account>(`/v1/social-accounts/${id}`)).body;
  const history = async (id: string) =>
    (await fixture.as(org.viewer).get<HistoryPage>(`/v1/social-accounts/${id}/history`)).body.items;
  const send = async (eventId: Promise<string>) => fixture.handled(await eventId);

  it('a reserved account is invisible until it is authorized, and then announced', async () => {
    const id = await fixture.aReservation(org, influencerId);
    expect((await fixture.as(org.viewer).get(`/v1/social-accounts/${id}`)).status).toBe(404);

    await send(authorized(id, 1, { missingScopes: ['user.info.profile'] }));
    expect(await account(id)).toMatchObject({
      authState: 'AUTHENTICATED',
      tracked: true,
      cause: 'authorized',
      missingScopes: ['user.info.profile'],
      validUntil: at(59),
    });
    const [added] = await fixture.published('AccountAdded', id);
    const [changed] = await fixture.published('AccountStateChanged', id);
    const [state] = await fixture.published('AccountState', id);
    expect(added!.data).toMatchObject({ authState: 'NON_AUTH', influencerId });
    expect(changed!.data).toMatchObject({ from: 'NON_AUTH', to: 'AUTHENTICATED', source: 'instagram_graph' });
    expect(state!.data).toMatchObject({ authState: 'AUTHENTICATED', tracked: true });
    expect([added, changed, state].map((event) => event!.version)).toEqual([1, 2, 3]);
  });

  it('an end means REAUTH with its cause and rule, and a new authorization heals the same account', async () => {
    const id = await fixture.aReservation(org, influencerId);
    await send(authorized(id, 1));
    const end = await expired(id, 1);
    await fixture.handled(end);
    expect(await account(id)).toMatchObject({ authState: 'REAUTH', tracked: false, cause: 'password_changed' });
    await send(authorized(id, 2));
    expect(await account(id)).toMatchObject({ authState: 'AUTHENTICATED', tracked: true });

    const entries = await history(id);
    expect(entries.map((entry) => entry.to)).toEqual(['AUTHENTICATED', 'REAUTH', 'AUTHENTICATED']);
    expect(entries[1]).toMatchObject({ actor: 'platform', rule: 'instagram:190/460', eventId: end });
    const events = await fixture.published('AccountStateChanged', id);
    expect(events.map((event) => event.data['to'])).toEqual(['AUTHENTICATED', 'REAUTH', 'AUTHENTICATED']);
    const versions = events.map((event) => event.version);
    expect(versions).toEqual(versions.toSorted((left, right) => left - right));
  });

  it('the same event twice has one effect', async () => {
    const id = await fixture.aReservation(org, influencerId);
    const first = await authorized(id, 1);
    await fixture.handled(first);
    await fixture.publishAgain(first);
    await send(expired(id, 1));
    expect(await history(id)).toHaveLength(2);
    expect(await fixture.published('AccountStateChanged', id)).toHaveLength(2);
  });

  it('the end of a replaced grant changes nothing and is kept in the history', async () => {
    const id = await fixture.aReservation(org, influencerId);
    await send(authorized(id, 2));
    await send(expired(id, 1));
    expect(await account(id)).toMatchObject({ authState: 'AUTHENTICATED' });
    expect((await history(id))[0]).toMatchObject({ outcome: 'ignored', cause: 'stale_grant' });
    expect(await fixture.published('AccountStateChanged', id)).toHaveLength(1);
  });

  it('events out of order end in the state of the latest fact', async () => {
    const id = await fixture.aReservation(org, influencerId);
    await send(expired(id, 1));
    await send(authorized(id, 1));
    expect(await account(id)).toMatchObject({ authState: 'REAUTH', cause: 'password_changed' });
    expect(await fixture.published('AccountAdded', id)).toHaveLength(1);
  });

  it('authenticating a live account again tells nobody', async () => {
    const id = await fixture.aReservation(org, influencerId);
    await send(authorized(id, 1));
    await send(authorized(id, 2));
    expect((await history(id))[0]).toMatchObject({ outcome: 'confirmed', to: 'AUTHENTICATED' });
    expect(await fixture.published('AccountStateChanged', id)).toHaveLength(1);
  });

  it('revocation means NON_AUTH, tracked by nothing, whatever the marketplace says', async () => {
    const id = await fixture.aReservation(org, influencerId, { platform: 'tiktok' });
    await send(authorized(id, 1, { platform: 'tiktok' }));
    await send(
      fixture.publish(MarketplaceStatusChanged, { ...idsOf(id), from: 'NON_TTCM', to: 'TTCM', observedAt: at(2) }),
    );
    const revoked = { platform: 'tiktok' as const, by: 'person' as const, cause: 'revoked_by_person' as const };
    await send(fixture.publish(AuthRevoked, { ...idsOf(id), ...revoked, revokedAt: at(3), grantVersion: 1 }));
    expect(await account(id)).toMatchObject({
      authState: 'NON_AUTH',
      marketplace: 'TTCM',
      tracked: false,
      cause: 'revoked_by_person',
    });
    const events = await fixture.published('AccountStateChanged', id);
    expect(events.at(-1)!.data).toMatchObject({ to: 'NON_AUTH', tracked: false, source: null, actor: 'person' });
    await send(expired(id, 1, { platform: 'tiktok' }));
    expect(await account(id)).toMatchObject({ authState: 'NON_AUTH' });
  });

  it('PR-08: what an operator took back is said to be done by neither the organisation nor the person', async () => {
    const id = await fixture.aReservation(org, influencerId);
    await send(authorized(id, 1));
    const orderId = newId();
    const by = { platform: 'instagram', by: 'organisation', cause: 'revoked_by_organisation', orderId } as const;
    await send(fixture.publish(AuthRevoked, { ...idsOf(id), ...by, revokedAt: at(3), grantVersion: 1 }));
    expect(await account(id)).toMatchObject({ authState: 'NON_AUTH', tracked: false, cause: 'revoked_by_operator' });
    expect((await history(id))[0]).toMatchObject({ cause: 'revoked_by_operator', actor: 'system' });
    await send(authorized(id, 2));
    expect(await account(id)).toMatchObject({ authState: 'AUTHENTICATED', tracked: true });
  });

  it('marketplace answers move TikTok accounts, and only newer ones', async () => {
    const id = await fixture.aReservation(org, influencerId, { platform: 'tiktok' });
    await send(authorized(id, 1, { platform: 'tiktok' }));
    const invite = { ...idsOf(id), inviteId: newId() };
    await send(fixture.publish(InviteSent, { ...invite, sentAt: at(2) }));
    expect(await account(id)).toMatchObject({ marketplace: 'INVITED', tracked: true });
    await send(fixture.publish(InviteAccepted, { ...invite, acceptedAt: at(4) }));
    expect(await account(id)).toMatchObject({ marketplace: 'TTCM', cause: 'marketplace_joined' });
    await send(fixture.publish(InviteExpired, { ...invite, expiredAt: at(3) }));
    expect(await account(id)).toMatchObject({ marketplace: 'TTCM' });
    expect((await history(id))[0]).toMatchObject({ outcome: 'ignored', cause: 'stale_marketplace' });
    await send(expired(id, 1, { platform: 'tiktok' }));
    expect(await account(id)).toMatchObject({ authState: 'REAUTH', tracked: true });
  });

  it('news about the grant and the profile change what is shown, not the state', async () => {
    const id = await fixture.aReservation(org, influencerId);
    await send(authorized(id, 1));
    const news = { ...idsOf(id), platform: 'instagram' as const, grantVersion: 1 };
    await send(fixture.publish(PermissionsChanged, { ...news, scopes: [], missingScopes: ['a'], observedAt: at(2) }));
    await send(fixture.publish(AuthExpiring, { ...news, endsAt: at(30), daysLeft: 7 }));
    await send(
      fixture.publish(ProfileCollected, {
        ...news,
        platformAccountId: '17',
        handle: 'creator.renamed',
        displayName: 'Renamed',
        metrics: [],
        source: 'instagram_graph',
        collectedAt: at(3),
      }),
    );
    expect(await account(id)).toMatchObject({
      authState: 'AUTHENTICATED',
      missingScopes: ['a'],
      validUntil: at(30),
      handle: 'creator.renamed',
      displayName: 'Renamed',
    });
    await send(fixture.publish(AuthExtended, { ...news, endsAt: null, observedAt: at(4) }));
    expect(await account(id)).toMatchObject({ authState: 'AUTHENTICATED', validUntil: null });
    expect(await fixture.published('AccountStateChanged', id)).toHaveLength(1);
  });

  it.each(['organisation', 'influencer'])(
    'an event with another %s is parked, changes nothing (EV-05)',
    async (foreign) => {
      const id = await fixture.aReservation(org, influencerId);
      await send(authorized(id, 1));
      const stranger = await fixture.anOrganisation('Stranger');
      const change = foreign === 'organisation' ? { organisationId: stranger.id } : { influencerId: newId() };
      const forged = await expired(id, 1, change);
      await fixture.handled(forged);
      await eventually(async () => {
        const parked = await fixture.database.query('SELECT 1 FROM accounts.dead_letter WHERE event_id = $1', [forged]);
        expect(parked).toHaveLength(1);
      });
      expect(await account(id)).toMatchObject({ authState: 'AUTHENTICATED' });
    },
  );

  it('a creator sees their own accounts only, and pages through the history', async () => {
    const id = await fixture.aReservation(org, influencerId);
    await send(authorized(id, 1));
    await send(expired(id, 1));
    const [own, other] = [influencerId, await fixture.anInfluencer(org)].map((who) => influencerIdentity(org, who));
    const path = `/v1/social-accounts/${id}`;
    expect((await fixture.as(own!).get(path)).status).toBe(200);
    expect((await fixture.as(other!).get(path)).status).toBe(404);
    expect((await fixture.as(other!).get(`${path}/history`)).status).toBe(404);
    const list = await fixture.as(other!).get<{ items: Account[] }>(`/v1/social-accounts?influencerId=${influencerId}`);
    expect(list.body.items).toEqual([]);

    const first = (await fixture.as(own!).get<HistoryPage>(`${path}/history?limit=1`)).body;
    const second = (await fixture.as(own!).get<HistoryPage>(`${path}/history?limit=1&cursor=${first.nextCursor}`)).body;
    expect([first.items[0]!.to, second.items[0]!.to]).toEqual(['REAUTH', 'AUTHENTICATED']);
    expect(second.nextCursor).toBeNull();
  });
});
