import {
  AccountStateChanged,
  AuthorizationFailed,
  InfluencerErased,
  InfluencerMergeDeclined,
  InviteAccepted,
  MarketplaceConnectionEnded,
  MemberJoined,
  newId,
} from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import type { Identity } from '@creator-connect/security';
import { anAccount, becomes, type Account } from './support/about-account';
import { NotificationsFixture, patienceMs, type Method } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

interface Notice {
  id: string;
  kind: string;
  read: boolean;
}

describe('what members are told inside the app', () => {
  let fixture: NotificationsFixture;
  let organisationId: string;
  let account: Account;
  let alex: Identity;
  let robin: Identity;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
  }, 120_000);
  afterAll(() => fixture?.stop());
  beforeEach(async () => {
    organisationId = await fixture.aSendingOrganisation();
    account = anAccount(organisationId);
    alex = fixture.member(organisationId);
    robin = fixture.member(organisationId, 'viewer');
  });

  const lapse = (of = anAccount(organisationId)) => fixture.consumed(AccountStateChanged, becomes('REAUTH', of));
  const joined = () =>
    fixture.consumed(InviteAccepted, { ...account, inviteId: newId(), acceptedAt: new Date().toISOString() });
  const list = async (who = alex, query = '') => {
    const { body } = await fixture.as(who, 'GET', `/v1/notices${query}`);
    return body as unknown as { items: Notice[]; nextCursor: string | null };
  };
  const kinds = async (who = alex) => (await list(who)).items.map(({ kind }) => kind);
  const reads = async (who = alex) => (await list(who)).items.map(({ read }) => read);
  const unread = async (who = alex) => (await fixture.as(who, 'GET', '/v1/notices/unread')).body['count'];
  const act = async (who: Identity, method: Method, path: string, body?: object) =>
    (await fixture.as(who, method, path, body)).status;

  it('are a lapse, a mailbox that is gone and a joined marketplace, each once', async () => {
    fixture.mails.unknown.add(emailOf(account.influencerId));
    const event = await lapse(account);
    await eventually(async () => expect(await kinds()).toEqual(['bounced', 'reauth']), patienceMs);
    await joined();
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [event]);
    await fixture.publishAgain(event);
    await fixture.handled(event);
    const influencer = { id: account.influencerId, name: 'Kim' };
    const socialAccount = { id: account.accountId, platform: 'instagram', handle: 'kim' };
    expect((await list()).items).toMatchObject([
      { kind: 'marketplace-joined', influencer, socialAccount, read: false },
      { kind: 'bounced', influencer, socialAccount: null, read: false },
      { kind: 'reauth', influencer, socialAccount, read: false },
    ]);
    const posted = await fixture.published('NoticePosted', organisationId);
    expect(posted.map(({ payload }) => payload['kind'])).toEqual(['reauth', 'bounced', 'marketplace-joined']);
    expect(JSON.stringify(posted)).not.toContain(account.influencerId);
  });

  it('are a new member, told to all but themselves', async () => {
    const userId = robin.sub;
    const joinedAt = new Date().toISOString();
    const event = await fixture.consumed(MemberJoined, { organisationId, userId, role: 'viewer', joinedAt });
    await fixture.publishAgain(event);
    expect((await list()).items).toMatchObject([{ kind: 'member-joined', influencer: null, userId }]);
    expect([await unread(), await unread(robin), await kinds(robin)]).toEqual([1, 0, []]);
  });

  it('are the no of a person who was asked whether another entry is theirs, unless they are erased by now', async () => {
    const { influencerId } = account;
    const declined = { organisationId, influencerId, declinedAt: new Date().toISOString() };
    const event = await fixture.consumed(InfluencerMergeDeclined, declined);
    await fixture.publishAgain(event);
    const about = { influencer: { id: influencerId, name: 'Kim' }, socialAccount: null, userId: null };
    expect((await list()).items).toMatchObject([{ kind: 'merge-declined', ...about }]);
    expect([await unread(), await unread(robin)]).toEqual([1, 1]);
    const erased = { organisationId, influencerId, accountIds: [], erasedAt: new Date().toISOString() };
    await fixture.consumed(InfluencerErased, erased);
    await fixture.consumed(InfluencerMergeDeclined, declined);
    expect(await kinds()).toEqual([]);
  });

  it('are that another account than the expected one came back by a link, and no other failure (AL-04)', async () => {
    const { influencerId } = account;
    const failed = async (code: string, flow: AuthorizationFailed['flow']) =>
      fixture.consumed(AuthorizationFailed, {
        organisationId,
        influencerId,
        transactionId: newId(),
        platform: 'instagram',
        flow,
        code,
        failedAt: new Date().toISOString(),
      });
    await failed('oauth.consent_refused', 'link');
    await failed('oauth.other_account', 'dashboard');
    await fixture.publishAgain(await failed('oauth.other_account', 'link'));
    const about = { influencer: { id: influencerId, name: 'Kim' }, socialAccount: null, userId: null };
    expect((await list()).items).toMatchObject([{ kind: 'another-account', ...about }]);
    expect([await unread(), await unread(robin)]).toEqual([1, 1]);
  });

  it('are the end of the agency’s own marketplace authorization, which is about nobody', async () => {
    const data = { organisationId, cause: 'token_refused' as const, endedAt: new Date().toISOString() };
    const event = await fixture.consumed(MarketplaceConnectionEnded, data);
    await fixture.publishAgain(event);
    expect((await list()).items).toMatchObject([{ kind: 'marketplace-ended', influencer: null, userId: null }]);
    expect([await unread(), await unread(robin)]).toEqual([1, 1]);
  });

  it('are the report of a month, told once and to owners alone', async () => {
    const post = (month: string) =>
      fixture.from('gateway', 'POST', '/internal/access-report-notices', { organisationId, month });
    for (const month of ['2026-09', '2026-09', '2026-10']) expect((await post(month)).status).toBe(204);
    expect((await post('last month')).status).toBe(400);
    expect([await kinds(), await unread()]).toEqual([['access-report', 'access-report'], 2]);
    expect([await kinds(robin), await unread(robin)]).toEqual([[], 0]);
    const switches = async (who: Identity) =>
      (await fixture.as(who, 'GET', '/v1/notice-settings')).body['items'] as { kind: string }[];
    expect((await switches(alex)).map(({ kind }) => kind)).toContain('access-report');
    expect((await switches(robin)).map(({ kind }) => kind)).not.toContain('access-report');
    const { items } = await list();
    expect(items[0]).toMatchObject({ influencer: null, userId: null, socialAccount: null });
    expect(await act(robin, 'POST', '/v1/notices/read', { upTo: items[0]!.id })).toBe(204);
    expect(await unread()).toBe(2);
  });

  it('are read by each member for themselves, one by one, back again, and all up to the newest seen', async () => {
    for (let time = 0; time < 3; time += 1) await lapse();
    const { items } = await list();
    expect(await unread()).toBe(3);
    expect(await act(alex, 'PUT', `/v1/notices/${items[1]!.id}/read`)).toBe(204);
    expect(await act(alex, 'PUT', `/v1/notices/${items[1]!.id}/read`)).toBe(204);
    expect([await reads(), await unread()]).toEqual([[false, true, false], 2]);
    expect([await reads(robin), await unread(robin)]).toEqual([[false, false, false], 3]);
    expect((await list(alex, '?unread=true')).items.map(({ id }) => id)).toEqual([items[0]!.id, items[2]!.id]);
    expect(await act(alex, 'DELETE', `/v1/notices/${items[1]!.id}/read`)).toBe(204);
    expect(await unread()).toBe(3);
    await lapse();
    expect(await act(alex, 'POST', '/v1/notices/read', { upTo: items[0]!.id })).toBe(204);
    expect(await reads()).toEqual([false, true, true, true]);
  });

  it('can be turned off and on again by kind, by each member for themselves', async () => {
    await lapse();
    await joined();
    expect((await fixture.as(alex, 'PUT', '/v1/notice-settings/reauth', { enabled: false })).body).toEqual({
      items: [
        { kind: 'reauth', enabled: false },
        { kind: 'bounced', enabled: true },
        { kind: 'complained', enabled: true },
        { kind: 'marketplace-joined', enabled: true },
        { kind: 'marketplace-ended', enabled: true },
        { kind: 'member-joined', enabled: true },
        { kind: 'merge-declined', enabled: true },
        { kind: 'another-account', enabled: true },
        { kind: 'access-report', enabled: true },
      ],
    });
    expect([await kinds(), await unread()]).toEqual([['marketplace-joined'], 1]);
    expect(await kinds(robin)).toEqual(['marketplace-joined', 'reauth']);
    expect(await act(alex, 'PUT', '/v1/notice-settings/reauth', { enabled: true })).toBe(200);
    expect(await kinds()).toEqual(['marketplace-joined', 'reauth']);
    expect(await act(alex, 'PUT', '/v1/notice-settings/everything', { enabled: false })).toBe(400);
  });

  it('come page after page, while new ones arrive', async () => {
    for (let time = 0; time < 5; time += 1) await lapse();
    const all = (await list()).items.map(({ id }) => id);
    const first = await list(alex, '?limit=2');
    await lapse();
    const second = await list(alex, `?limit=2&cursor=${first.nextCursor}`);
    const third = await list(alex, `?limit=2&cursor=${second.nextCursor}`);
    expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(all);
    expect(third.nextCursor).toBeNull();
    expect((await fixture.as(alex, 'GET', '/v1/notices?cursor=bm90IG91cnM')).status).toBe(400);
  });

  it('are gone after 90 days', async () => {
    await lapse();
    await fixture.database.query(
      `UPDATE notifications.notices SET created_at = now() - interval '91 days' WHERE org_id = $1`,
      [organisationId],
    );
    await joined();
    expect(await kinds()).toEqual(['marketplace-joined']);
  });

  it('are for members only', async () => {
    const key: Identity = { kind: 'api_key', sub: newId(), org: organisationId, scopes: ['influencers:read'] };
    const creator: Identity = { kind: 'influencer', sub: newId(), org: organisationId, influencer: newId() };
    for (const path of ['/v1/notices', '/v1/notices/unread', '/v1/notice-settings'])
      for (const who of [key, creator]) expect([path, await act(who, 'GET', path)]).toEqual([path, 403]);
  });
});
