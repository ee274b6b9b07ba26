import type { Server } from 'node:http';
import { messagingConnection, Outbox } from '@creator-connect/messaging';
import { testPrefix, until } from '@creator-connect/messaging/testing';
import { UnitOfWork } from '@creator-connect/persistence';
import { ToldErasures } from '../../src/erasures/persistence/told-erasures';
import { ReplayErasures } from '../../src/erasures/replay-erasures';
import { ErasePerson } from '../../src/influencers/erase-influencer/erase-person';
import { AccountsFixture, type Organisation } from './support/accounts-fixture';

/** PR-03: whoever was erased stays erased, or nobody is answered. */
describe('the record of erasures', () => {
  let fixture: AccountsFixture;
  let org: Organisation;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    org = await fixture.anOrganisation('Bright Agency');
  }, 60_000);
  afterAll(() => fixture?.stop());

  const isSent = async () =>
    (await fixture.database.query('SELECT FROM accounts.outbox WHERE published_at IS NULL')).length === 0;
  async function erased(): Promise<string> {
    const influencerId = await fixture.anInfluencer(org);
    await fixture.aConnectedAccount(org, influencerId);
    const admin = fixture.as({ ...org.admin, auth_time: Math.floor(Date.now() / 1000) });
    expect((await admin.send('DELETE', `/v1/influencers/${influencerId}`)).status).toBe(204);
    await until('the ledger is told', isSent, 20_000);
    return influencerId;
  }
  const replay = (connection: Record<string, unknown>, acceptLoss = false) =>
    new ReplayErasures(
      fixture.app.get(UnitOfWork),
      fixture.app.get(ErasePerson),
      fixture.app.get(ToldErasures),
      fixture.app.get(Outbox),
      { connection: { ...messagingConnection(fixture.config()), ...connection }, acceptLoss },
    );
  async function opens(): Promise<boolean> {
    const { app, open } = await fixture.startAnother();
    try {
      await open;
    } catch {
      return false;
    } finally {
      // Who refuses ends the process; here it is asked whether it had begun to listen.
      isListening = (app.getHttpServer() as Server).listening;
      await app.close();
    }
    return true;
  }
  let isListening = false;

  it('that is whole lets a service open, also while an erasure waits to be told', async () => {
    await erased();
    expect(await opens()).toBe(true);
    expect(isListening).toBe(true);
    // In a lane that nobody sends from.
    const put = (lane: string, publishedAt: string) =>
      fixture.database.query(
        `UPDATE accounts.outbox SET lane = ${lane}, published_at = ${publishedAt} WHERE type = 'ErasureLedgerEntry'`,
      );
    await put('lane + 100', 'NULL');
    await expect(replay({ topicPrefix: testPrefix() }).run()).resolves.toBe(0);
    await put('lane - 100', 'now()');
  }, 60_000);

  it('that can not be reached keeps the service closed', async () => {
    await expect(replay({ brokers: ['127.0.0.1:1'] }).run()).rejects.toThrow();
  }, 60_000);

  it('that was lost keeps it closed, until somebody decides: then what is known of it is written anew', async () => {
    const influencerId = await erased();
    const lost = { topicPrefix: testPrefix() };
    await expect(replay(lost).run()).rejects.toThrow(/lacks \d+ that the database knows.*restore\.md/s);
    const before = await fixture.published('ErasureLedgerEntry', influencerId);
    await replay(lost, true).run();
    const again = await fixture.published('ErasureLedgerEntry', influencerId);
    expect(again).toHaveLength(before.length + 1);
    expect(before.at(-1)!.data).toMatchObject({
      influencerId,
      organisationId: org.id,
      accountIds: [expect.any(String)],
    });
    expect(again.at(-1)!.data).toEqual(before.at(-1)!.data);
    await until('it is told', isSent, 20_000);
  }, 60_000);

  it('with an entry that can not be read keeps it closed: nobody knows whom it names', async () => {
    await erased();
    await fixture.database.query(
      `UPDATE accounts.outbox SET payload = '{"influencerId": "nobody"}', published_at = NULL
        WHERE seq = (SELECT max(seq) FROM accounts.outbox WHERE type = 'ErasureLedgerEntry')`,
    );
    await until('it is told', isSent, 20_000);
    await expect(replay({}).run()).rejects.toThrow(/holds what can not be read/);
    expect(await opens()).toBe(false);
    expect(isListening).toBe(false);
  }, 60_000);
});
