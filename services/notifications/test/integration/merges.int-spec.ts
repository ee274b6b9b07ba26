import {
  AccountStateChanged,
  AuthorizationRequested,
  InfluencerApproved,
  InfluencerErased,
  InfluencerMerged,
  InfluencerMergeProposed,
  newId,
} from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { anAccount, becomes, type Account } from './support/about-account';
import { NotificationsFixture } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

describe('two entries of one person', () => {
  let fixture: NotificationsFixture;
  let organisationId: string;
  let other: Account;
  let keptId: string;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
    organisationId = await fixture.aSendingOrganisation();
  }, 120_000);
  beforeEach(() => {
    other = anAccount(organisationId);
    keptId = newId();
  });
  afterAll(() => fixture?.stop());

  const merge = (keptInfluencerId = keptId) =>
    fixture.consumed(InfluencerMerged, {
      organisationId,
      influencerId: other.influencerId,
      keptInfluencerId,
      accountIds: [other.accountId],
      mergedAt: new Date().toISOString(),
    });
  const lapse = (of = other) => fixture.consumed(AccountStateChanged, becomes('REAUTH', of));
  const kept = () => fixture.mails.to(emailOf(keptId));
  const erase = (influencerId: string) =>
    fixture.consumed(InfluencerErased, {
      organisationId,
      influencerId,
      accountIds: [],
      erasedAt: new Date().toISOString(),
    });
  const stopUrl = (influencerId: string) => {
    const [mail] = fixture.mails.to(emailOf(influencerId));
    const line = mail!.headerLines.find(({ key }) => key === 'list-unsubscribe')!.line;
    return /<(.*)>/.exec(line)![1]!;
  };
  const stop = (url: string) =>
    fixture.oneClick(url, { type: 'application/x-www-form-urlencoded', body: 'List-Unsubscribe=One-Click' });
  const stopped = async (influencerId: string) =>
    (await fixture.as(fixture.member(organisationId), 'GET', `/v1/addressees/${influencerId}`)).body[
      'remindersStoppedAt'
    ];
  const dueNext = async (accountId: string) => {
    const next = (await fixture.messages(accountId)).find(({ status }) => status === 'QUEUED');
    await fixture.makeDue(next!.id);
  };
  const only = (tables: string[]) =>
    tables.filter((table) => !['erased_influencers', 'merged_influencers'].includes(table));

  it('are reminded as one: no reminder is lost or comes twice, and the next goes to the kept address', async () => {
    await lapse();
    await fixture.expectStatuses(other.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    for (let again = 0; again < 2; again += 1) await merge();
    await fixture.expectStatuses(other.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await dueNext(other.accountId);
    await fixture.expectStatuses(other.accountId, ['SENT', 'SENT', 'QUEUED']);
    expect([fixture.mails.to(emailOf(other.influencerId)).length, kept().length]).toEqual([1, 1]);
    const { body } = await fixture.as(fixture.member(organisationId), 'GET', `/v1/messages?influencerId=${keptId}`);
    expect(body['items']).toHaveLength(3);
    expect(only(await fixture.tablesWith(other.influencerId))).toEqual([]);
  });

  it('are told to the kept one what is told late of the other: a lapse, a request, a good end', async () => {
    await merge();
    await lapse();
    await fixture.expectStatuses(other.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await fixture.consumed(AuthorizationRequested, {
      organisationId,
      influencerId: other.influencerId,
      authorizationRequestId: newId(),
      delivery: 'email',
      platforms: ['instagram'],
      requestedAt: new Date().toISOString(),
    });
    await fixture.consumed(AccountStateChanged, becomes('AUTHENTICATED', { ...other, influencerId: keptId }, 'REAUTH'));
    await fixture.expectStatuses(other.accountId, ['SENT'], 'authenticated');
    await fixture.expectStatuses(other.accountId, ['SENT', 'CANCELLED', 'CANCELLED']);
    expect(only(await fixture.tablesWith(other.influencerId))).toEqual([]);
    expect(fixture.mails.to(emailOf(other.influencerId))).toEqual([]);
  });

  it('who said no to reminders by either, before or after, gets none by the other', async () => {
    await lapse();
    await fixture.expectStatuses(other.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const url = stopUrl(other.influencerId);
    await merge();
    expect(await stopped(keptId)).toBeNull();
    expect(await stop(url)).toBe(200);
    expect(await stopped(keptId)).toEqual(expect.any(String));
    const second = anAccount(organisationId);
    await lapse(second);
    await fixture.expectStatuses(second.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await stop(stopUrl(second.influencerId));
    [other, keptId] = [second, newId()];
    await merge();
    expect(await stopped(keptId)).toEqual(expect.any(String));
  });

  it('that both said no to reminders get none, since the day on which the kept one said so', async () => {
    const lapsedAndStopped = async (account: Account) => {
      await lapse(account);
      await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
      await stop(stopUrl(account.influencerId));
      return stopped(account.influencerId);
    };
    const stays = anAccount(organisationId);
    keptId = stays.influencerId;
    const first = await lapsedAndStopped(stays);
    await lapsedAndStopped(other);
    for (let again = 0; again < 2; again += 1) await merge();
    expect(await stopped(keptId)).toBe(first);
    for (const { accountId } of [stays, other]) await dueNext(accountId);
    for (const { accountId } of [stays, other])
      await fixture.expectStatuses(accountId, ['SENT', 'CANCELLED', 'QUEUED']);
  });

  it('of which one said no to reminders, and the other called a mail unwanted, keep both', async () => {
    const address = Buffer.alloc(32, 1);
    await fixture.database.query(
      `INSERT INTO notifications.addressees (org_id, influencer_id, reminders_stopped_at, complained_at, complained_address)
       VALUES ($1, $2, now(), NULL, NULL), ($1, $3, NULL, now(), $4)`,
      [organisationId, keptId, other.influencerId, address],
    );
    await merge();
    const known = await fixture.as(fixture.member(organisationId), 'GET', `/v1/addressees/${keptId}`);
    expect(known.body).toMatchObject({
      remindersStoppedAt: expect.any(String) as string,
      complainedAt: expect.any(String) as string,
      bouncedAt: null,
    });
  });

  it('are welcomed once', async () => {
    const welcome = (influencerId: string) =>
      fixture.consumed(InfluencerApproved, { organisationId, influencerId, approvedAt: new Date().toISOString() });
    const welcomes = async (influencerId: string) => {
      const rows = await fixture.database.query<{ status: string }>(
        `SELECT status FROM notifications.messages WHERE influencer_id = $1 AND kind = 'approved' ORDER BY id`,
        [influencerId],
      );
      return rows.map(({ status }) => status);
    };
    // The mail server takes it later.
    fixture.mails.refusals.set(emailOf(other.influencerId), { code: 451, text: 'Later' });
    await welcome(other.influencerId);
    await eventually(async () => expect(await welcomes(other.influencerId)).toEqual(['QUEUED']));
    await eventually(() => expect(fixture.mails.tried).toContain(emailOf(other.influencerId)));
    await merge();
    await welcome(keptId);
    await eventually(async () => expect(await welcomes(keptId)).toEqual(['CANCELLED', 'SENT']));
  });

  it('are asked about by one mail, that names no other address; once they are one, no mail is left to send', async () => {
    const { influencerId } = other;
    const ask = { organisationId, influencerId, proposedAt: new Date().toISOString() };
    const id = await fixture.consumed(InfluencerMergeProposed, ask);
    await fixture.publishAgain(id);
    const mails = () => fixture.mails.to(emailOf(influencerId));
    await eventually(() => expect(mails()).toHaveLength(1));
    expect(mails()[0]!.subject).toMatch(/another entry/);
    expect(mails()[0]!.text).toContain('http://localhost:4400/sign-in');
    expect(mails()[0]!.text).not.toContain('@');
    fixture.mails.refusals.set(emailOf(influencerId), { code: 451, text: 'Later' });
    await fixture.consumed(InfluencerMergeProposed, ask);
    await merge();
    const left = await fixture.database.query(
      `SELECT 1 FROM notifications.messages WHERE kind = 'merge-question' AND status = 'QUEUED'`,
    );
    expect(left).toEqual([]);
  });

  it('are erased as one, in whatever order the erasure and the merge are heard of', async () => {
    await lapse();
    await erase(keptId);
    await merge();
    expect(only(await fixture.tablesWith(other.influencerId))).toEqual([]);
    [other, keptId] = [anAccount(organisationId), newId()];
    await lapse();
    await merge();
    await erase(keptId);
    await lapse({ ...other, accountId: newId() });
    for (const id of [other.influencerId, keptId]) expect(only(await fixture.tablesWith(id))).toEqual([]);
  });
});
