import { newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { type KnownAccount, TtcmFixture } from './support/fixture';

describe('the limits that TikTok has for the app of an installation', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    // Nothing is asked twice by itself while these tests run.
    fixture = await TtcmFixture.start({ TTCM_POLL_SECONDS: '3600', TTCM_CHECKS_PER_SECOND: '100' });
  }, 60_000);
  beforeEach(async () => {
    await fixture.freshSandbox();
    org = fixture.identities.anOrganisation();
    await fixture.connect(org);
  });
  afterAll(() => fixture?.stop());

  const accountsOf = (count: number): KnownAccount[] =>
    Array.from({ length: count }, () => {
      const account = { id: newId(), organisationId: org.id, influencerId: newId(), platform: 'tiktok' as const };
      const known = { ...account, handle: 'sandbox.everyday', marketplace: 'NON_TTCM' as const };
      fixture.accounts.set(known.id, known);
      return known;
    });
  const lastErrors = async () => {
    const sql = 'SELECT last_answer, last_error FROM ttcm.memberships WHERE org_id = $1';
    return (await fixture.service.database.query(sql, [org.id])) as { last_answer: string; last_error: string }[];
  };

  it('do not refuse whoever asks in a second that is used up already', async () => {
    await fixture.sandbox.settings({ ttcm: { requestsPerSecond: 1 } });
    const influencerId = newId();
    fixture.influencers.set(influencerId, org.id);
    const body = { influencerId, handle: 'sandbox.busy' };
    const sent = await fixture.call(org.admin, 'POST', '/v1/ttcm-invites', body);
    expect([sent.status, sent.body]).toMatchObject([201, { state: 'INVITED', handle: 'sandbox.busy' }]);
  });

  it('leave no account out when many memberships fall due in the same moment', async () => {
    await fixture.sandbox.settings({ ttcm: { requestsPerSecond: 4 } });
    const accounts = accountsOf(12);
    for (const account of accounts) await fixture.added(account, 'NON_TTCM');
    await until(
      'each was asked about',
      async () => (await lastErrors()).filter((row) => row.last_answer === 'NOT_IN').length === accounts.length,
      30_000,
    );
  });

  it('of a minute: a membership is asked when it is over, not a day later', async () => {
    await fixture.sandbox.settings({ ttcm: { requestsPerMinute: 1 } });
    const accounts = accountsOf(2);
    for (const account of accounts) await fixture.added(account, 'NON_TTCM');
    await until(
      'one had to wait',
      async () => (await lastErrors()).some((row) => row.last_error === 'throttled'),
      20_000,
    );
    const soon = `SELECT id FROM ttcm.memberships
                   WHERE org_id = $1 AND last_error = 'throttled' AND due_at < now() + interval '10 minutes'`;
    expect(await fixture.service.database.query(soon, [org.id])).not.toEqual([]);
  });
});
