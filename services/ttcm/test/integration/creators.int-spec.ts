import type { TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture } from './support/fixture';

describe('looking creators up for Discover', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
  }, 60_000);
  beforeEach(async () => {
    await fixture.freshSandbox();
    org = fixture.identities.anOrganisation();
  });
  afterAll(() => fixture?.stop());

  const accounts = { kind: 'service', sub: 'accounts' } as const;
  const lookUp = (handle: string) =>
    fixture.call(accounts, 'POST', '/internal/creator-lookups', { organisationId: org.id, handle });
  const check = () => fixture.call(accounts, 'POST', '/internal/marketplace-checks', { organisationId: org.id });

  it('takes the organisation’s own account, and says so where there is none', async () => {
    expect([(await check()).body['code'], (await lookUp('sandbox.member')).body['code']]).toEqual([
      'ttcm.not_connected',
      'ttcm.not_connected',
    ]);
    await fixture.connect(org);
    expect((await check()).status).toBe(204);
    const { status, body } = await lookUp('sandbox.member');
    expect([status, body]).toMatchObject([
      200,
      { marketplace: 'TTCM', profile: { handle: 'sandbox.member', followers: 25_000, verified: null, website: null } },
    ]);
    const other = fixture.identities.anOrganisation();
    const theirs = { organisationId: other.id, handle: 'sandbox.member' };
    expect((await fixture.call(accounts, 'POST', '/internal/creator-lookups', theirs)).body['code']).toBe(
      'ttcm.not_connected',
    );
  });

  it.each([
    ['sandbox.everyday', 'NON_TTCM'],
    ['sandbox.invited', 'INVITED'],
    ['sandbox.member.moved', 'TTCM'],
    ['nobody.at.all', null],
  ])('tells of %s what the marketplace says: %s, and shows no profile', async (handle, marketplace) => {
    await fixture.connect(org);
    expect((await lookUp(handle)).body).toEqual({ marketplace, profile: null });
  });

  it('still tells who is a member where the agency did not allow figures to be read', async () => {
    await fixture.connect(org, { scopes: ['13020000', '13030000'] });
    expect((await lookUp('sandbox.member')).body).toEqual({ marketplace: 'TTCM', profile: null });
    expect((await lookUp('sandbox.everyday')).body).toEqual({ marketplace: 'NON_TTCM', profile: null });
    expect((await check()).status).toBe(204);
  });

  it('says when to come back where TikTok asks for it, and that it is unavailable where it fails', async () => {
    await fixture.connect(org);
    await fixture.sandbox.fault({ platform: 'ttcm', kind: 'throttle', operation: 'ttcm.creator' });
    const throttled = await lookUp('sandbox.member');
    expect([throttled.status, throttled.body['code']]).toEqual([503, 'ttcm.unavailable']);
    expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(0);
    await fixture.sandbox.fault({ platform: 'ttcm', kind: 'status', operation: 'ttcm.creator' });
    expect((await lookUp('sandbox.member')).body['code']).toBe('ttcm.unavailable');
    expect((await lookUp('sandbox.member')).status).toBe(200);
  });

  it('ends the connection that TikTok refuses', async () => {
    await fixture.connect(org);
    await fixture.sandbox.fault({ platform: 'ttcm', kind: 'token_invalid', operation: 'ttcm.creator' });
    expect((await lookUp('sandbox.member')).body['code']).toBe('ttcm.reauth_needed');
    expect((await check()).body['code']).toBe('ttcm.reauth_needed');
  });

  it('is for the accounts service alone', async () => {
    for (const path of ['/internal/creator-lookups', '/internal/marketplace-checks']) {
      const body = { organisationId: org.id, handle: 'sandbox.member' };
      expect((await fixture.call(org.owner, 'POST', path, body)).status).toBe(403);
      expect((await fixture.call({ kind: 'service', sub: 'gateway' }, 'POST', path, body)).status).toBe(403);
    }
  });
});
