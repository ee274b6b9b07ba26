import { newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture } from './support/fixture';

describe('somebody without an account here', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;
  let influencerId: string;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
  }, 60_000);
  beforeEach(async () => {
    await fixture.freshSandbox();
    org = fixture.identities.anOrganisation();
    await fixture.connect(org);
    influencerId = newId();
    fixture.influencers.set(influencerId, org.id);
  });
  afterAll(() => fixture?.stop());

  const invite = (handle: string) => fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { influencerId, handle });
  const invites = async () =>
    (await fixture.call(org.viewer, 'GET', `/v1/ttcm-invites?influencerId=${influencerId}`)).body['items'] as Record<
      string,
      unknown
    >[];
  const events = async (type: string) =>
    (await fixture.service.published(type)).filter((event) => event['influencerId'] === influencerId);

  it('waits as an invitation, and gets the account as soon as they join', async () => {
    const sent = await invite('@sandbox.everyday');
    expect([sent.status, sent.body]).toMatchObject([
      201,
      { state: 'INVITED', socialAccountId: null, handle: 'sandbox.everyday' },
    ]);
    expect(await events('CreatorInvited')).toHaveLength(1);
    expect((await invite('Sandbox.Everyday')).body['code']).toBe('ttcm.already_invited');
    await fixture.sandbox.does('tiktok-everyday', 'join-marketplace');
    await until('they have joined', async () => (await invites())[0]!['state'] === 'ACCEPTED', 20_000);
    const [account] = [...fixture.accounts.values()].filter((one) => one.influencerId === influencerId);
    expect(await invites()).toMatchObject([{ socialAccountId: account!.id }]);
    expect(await events('InviteAccepted')).toMatchObject([{ accountId: account!.id }]);
    expect((await events('MarketplaceStatusChanged')).map((event) => event['to'])).toEqual(['TTCM']);
  });

  it('who is a member already is added at once, without an invitation', async () => {
    expect((await invite('sandbox.member')).body).toMatchObject({ state: 'ACCEPTED' });
    expect([...fixture.accounts.values()].filter((one) => one.influencerId === influencerId)).toHaveLength(1);
    expect(await events('CreatorInvited')).toEqual([]);
  });

  it('with a handle that TikTok does not know, or of another organisation, is refused before anything is sent', async () => {
    const calls = await fixture.calls('ttcm.invite');
    expect((await invite('nobody.at.all')).body['code']).toBe('ttcm.handle_unknown');
    const other = fixture.identities.anOrganisation();
    const body = { influencerId, handle: 'sandbox.everyday' };
    const foreign = await fixture.call(other.admin, 'POST', '/v1/ttcm-invites', body);
    const unknown = await fixture.call(other.admin, 'POST', '/v1/ttcm-invites', { ...body, influencerId: newId() });
    const neutral = ({ status, body: answer }: typeof foreign) => ({ status, ...answer, correlationId: '' });
    expect(neutral(foreign)).toEqual({ ...neutral(unknown), status: 404 });
    expect(await fixture.calls('ttcm.invite')).toBe(calls);
    expect((await fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { influencerId })).status).toBe(400);
  });

  it('is to be invited by hand where TikTok has no such call for the app, and is noticed when they join', async () => {
    for (const operation of ['ttcm.invite', 'ttcm.status']) {
      await fixture.sandbox.fault({ platform: 'ttcm', operation, kind: 'error', code: '40008', times: null });
    }
    const sent = await invite('sandbox.invited');
    expect([sent.status, sent.body]).toMatchObject([
      201,
      { state: 'BY_HAND', instructions: [{}, {}, {}].map(() => expect.any(String)) },
    ]);
    expect(await events('CreatorInvited')).toEqual([]);
    expect((await invite('sandbox.invited')).body['code']).toBe('ttcm.already_invited');
    await fixture.sandbox.does('tiktok-invited', 'join-marketplace');
    await until('they have joined', async () => (await invites())[0]!['state'] === 'ACCEPTED', 20_000);
    expect((await fixture.call(org.viewer, 'GET', '/v1/ttcm-connection')).body['state']).toBe('CONNECTED');
  });

  it('who is rejected stays without an account', async () => {
    expect((await invite('sandbox.too.small')).body['code']).toBe('ttcm.rejected_by_tiktok');
    expect(await invites()).toMatchObject([{ state: 'REJECTED', socialAccountId: null }]);
    expect(await events('InviteRejected')).toEqual([]);
  });
});

describe('where the marketplace takes no invitations from the app', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start({ TTCM_INVITES_BY: 'hand' });
    org = fixture.identities.anOrganisation();
    await fixture.connect(org);
  }, 60_000);
  afterAll(() => fixture?.stop());

  it('Send Invite gives instructions, and who joins becomes a member by itself', async () => {
    const account = { id: newId(), organisationId: org.id, influencerId: newId(), handle: 'sandbox.invited' };
    fixture.accounts.set(account.id, { ...account, platform: 'tiktok', marketplace: 'NON_TTCM' });
    const sent = await fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { socialAccountId: account.id });
    expect([sent.status, sent.body]).toMatchObject([201, { state: 'BY_HAND' }]);
    expect((sent.body['instructions'] as string[])[1]).toContain('@sandbox.invited');
    expect(await fixture.calls('ttcm.invite')).toBe(0);
    expect(await fixture.service.published('InviteSent')).toEqual([]);
    const url = `/v1/ttcm-invites/${String(sent.body['id'])}`;
    const asked = await fixture.calls('ttcm.status.tto');
    await until('it is looked at', async () => (await fixture.calls('ttcm.status.tto')) > asked, 20_000);
    expect((await fixture.call(org.viewer, 'GET', url)).body['state']).toBe('BY_HAND');
    // They were invited in the marketplace itself, which its status does not tell, and accept.
    await fixture.sandbox.does('tiktok-invited', 'join-marketplace');
    await until(
      'they have joined',
      async () => {
        const { body } = await fixture.call(org.viewer, 'GET', url);
        return body['state'] === 'ACCEPTED' && (body['instructions'] as string[]).length === 0;
      },
      20_000,
    );
    expect(await fixture.service.published('InviteAccepted')).toMatchObject([{ accountId: account.id }]);
  });
});
