import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { newId } from '@creator-connect/contracts';
import { armFailpoints, clearFailpoints, until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';
import { seedGrants } from './support/many-grants';

const cli = join(__dirname, '../../../../deploy/connect/dist/cli.js');

describe('authorizations that an operator takes back after a breach (PR-08)', () => {
  let oauth: OauthFixture;
  const folder = mkdtempSync(join(tmpdir(), 'breach-'));
  const settings = join(folder, 'oauth.env');

  const connect = async (...args: string[]) => {
    const run = promisify(execFile)(process.execPath, [cli, ...args, '--oauth-env', settings], {
      timeout: 120_000,
      maxBuffer: 16 * 1024 * 1024,
    });
    return (await run).stdout;
  };
  const revoke = (...scope: string[]) => connect('revoke', ...scope, '--reason', 'drill', '--yes');
  const newestOrder = async () =>
    (await oauth.database.query<{ id: string }>('SELECT id FROM oauth.revocation_orders ORDER BY ordered_at DESC'))[0]!
      .id;
  const stateOf = async (account: string) =>
    (
      await oauth.database.query<{ state: string; tokens: number }>(
        `SELECT state, (SELECT count(*)::int FROM oauth.grant_tokens WHERE grant_id = g.id) AS tokens
           FROM oauth.grants g WHERE social_account_id = $1`,
        [account],
      )
    )[0];
  const outcomeOf = (account: string) =>
    until('the platform to be told', async () => {
      const text = 'SELECT outcome, copy FROM oauth.revocations WHERE social_account_id = $1 ORDER BY id DESC';
      const [row] = await oauth.database.query<{ outcome: string; copy: string | null }>(text, [account]);
      return row && row.outcome !== 'pending' && row;
    });
  const gone = { state: 'revoked', tokens: 0 };

  beforeAll(async () => {
    oauth = await OauthFixture.start();
    const { DATABASE_URL, DATABASE_ROUTER_URL } = oauth.environment;
    writeFileSync(settings, `DATABASE_URL=${DATABASE_URL}\nDATABASE_ROUTER_URL=${DATABASE_ROUTER_URL}\n`);
  });
  afterAll(async () => {
    await oauth.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => oauth.forgetPersons());
  afterEach(clearFailpoints);

  it('PR-08: are shown first, and stay as long as nobody says --yes', async () => {
    const creator = new Creator(oauth);
    const account = await creator.connect('tiktok', 'tiktok-everyday');
    const scope = ['--organisation', creator.organisationId];
    const shown = await connect('revoke', ...scope);
    expect(shown).toContain('together 1 connections of 1 people in 1 organisations');
    expect(shown).toContain(`npm run connect -- revoke ${scope.join(' ')} --reason "…" --yes`);
    await expect(connect('revoke', ...scope, '--yes')).rejects.toMatchObject({
      stderr: expect.stringContaining('--reason') as string,
    });
    await expect(connect('revoke', '--yes', '--reason', 'none named')).rejects.toMatchObject({
      stderr: expect.stringContaining('Say what to revoke') as string,
    });
    expect(await oauth.count('revocation_orders')).toBe(0);
    expect((await oauth.lease(account)).status).toBe(200);
  });

  it('PR-08: are one connection, those of an organisation or those at a platform, and no other', async () => {
    const [one, organisation, platform] = [new Creator(oauth), new Creator(oauth), new Creator(oauth)];
    const neighbour = new Creator(oauth, { org: one.organisationId });
    const first = await one.connect('tiktok', 'tiktok-everyday');
    const stays = await neighbour.connect('tiktok', 'tiktok-busy');
    await oauth.forgetPersons();

    expect(await revoke('--connection', first)).toContain('done: 1 connections of 1 people in 1 organisations');
    expect(await stateOf(first)).toEqual(gone);
    expect((await oauth.lease(first)).status).toBe(404);
    expect((await oauth.event('AuthRevoked', first)).payload).toMatchObject({
      by: 'organisation',
      cause: 'revoked_by_organisation',
      orderId: await newestOrder(),
    });
    expect(await outcomeOf(first)).toEqual({ outcome: 'told', copy: null });
    expect((await oauth.lease(stays)).status).toBe(200);

    const theirs = await organisation.connect('tiktok', 'tiktok-everyday');
    const { id: attempt } = await organisation.consent('instagram', { persona: 'creator-two-pages' });
    expect(await revoke('--organisation', organisation.organisationId)).toContain('done: 1 connections');
    expect([await stateOf(theirs), await oauth.count('staged_grants', 'transaction_id = $1', [attempt])]).toEqual([
      gone,
      0,
    ]);
    expect((await organisation.get(`/v1/connect-transactions/${attempt}`)).body).toMatchObject({
      status: 'FAILED',
      error: { code: 'oauth.discarded' },
    });

    const [instagram, tiktok] = [
      await platform.connect('instagram', 'creator-one-page'),
      await platform.connect('tiktok', 'tiktok-everyday'),
    ];
    await revoke('--platform', 'instagram');
    expect([await stateOf(instagram), (await oauth.lease(tiktok)).status]).toEqual([gone, 200]);
  });

  it('PR-08: are revoked once each though a batch fails and the command is given again', async () => {
    const organisation = newId();
    const grants = await seedGrants(oauth, { organisations: [organisation], people: 3, each: 1 });
    armFailpoints('revocation-orders.before-commit=throw');
    await expect(revoke('--organisation', organisation, '--patience', '2')).rejects.toMatchObject({
      stderr: expect.stringContaining('The order stands') as string,
    });
    expect(await stateOf(grants[0]!.account)).toEqual({ state: 'live', tokens: 2 });
    clearFailpoints();
    await oauth.startAnother();
    expect(await revoke('--organisation', organisation)).toMatch(
      /ordered before[^]*done: 3 connections|nothing to revoke/,
    );
    expect(await oauth.count('revocation_orders', 'target = $1', [organisation])).toBe(1);
    for (const { account } of grants) {
      expect(await stateOf(account)).toEqual(gone);
      expect(await oauth.events('AuthRevoked', account)).toHaveLength(1);
    }
    expect(await connect('revoke', '--organisation', organisation)).toContain('There is nothing to revoke');
  });

  it('PR-08: are not given by an attempt that was begun before, whenever it is confirmed', async () => {
    const creator = new Creator(oauth);
    const { id, transaction } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    const [{ id: candidate }] = transaction['candidates'] as [{ id: string }];
    // Carried out already, while the attempt was not seen yet.
    await oauth.database.query(
      `INSERT INTO oauth.revocation_orders (id, scope, target, reason, ordered_by, done_at)
       VALUES (gen_random_uuid(), 'organisation', $1, 'drill', 'test', now())`,
      [creator.organisationId],
    );
    const confirmed = await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds: [candidate] });
    expect([confirmed.status, confirmed.body['code']]).toEqual([409, 'oauth.discarded']);
    expect(await oauth.count('grants', 'org_id = $1', [creator.organisationId])).toBe(0);
    expect(await oauth.count('staged_grants', 'transaction_id = $1', [id])).toBe(0);
    expect((await creator.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({ status: 'FAILED' });
    expect(await oauth.count('revocations', 'order_id = $1', [await newestOrder()])).toBe(1);

    const again = await creator.connect('instagram', 'creator-one-page');
    expect((await oauth.lease(again)).status).toBe(200);
  });

  it('PR-08: are ordered after the confirmations that are under way, never in the middle of one', async () => {
    const confirmation = new Client({ connectionString: oauth.environment['DATABASE_URL'] });
    await confirmation.connect();
    try {
      await confirmation.query('BEGIN');
      await confirmation.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('revocation_orders', 0))`);
      const ordered = oauth.database.query<{ at: Date }>(
        `INSERT INTO oauth.revocation_orders (id, scope, target, reason, ordered_by, done_at)
         VALUES (gen_random_uuid(), 'organisation', $1, 'drill', 'test', now()) RETURNING ordered_at AS at`,
        [newId()],
      );
      await until('the order waits', async () => {
        const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
        return (await confirmation.query(waiting)).rows.length > 0;
      });
      const { rows } = await confirmation.query<{ at: Date }>('SELECT clock_timestamp() AS at');
      await confirmation.query('COMMIT');
      expect((await ordered)[0]!.at.getTime()).toBeGreaterThanOrEqual(rows[0]!.at.getTime());
    } finally {
      await confirmation.end();
    }
  });

  it('PR-08: of one connection go with the attempts of its person there, and the record has both', async () => {
    const creator = new Creator(oauth);
    const neighbour = new Creator(oauth, { org: creator.organisationId });
    const account = await creator.connect('instagram', 'creator-one-page');
    const { id: attempt } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    const { id: stays } = await neighbour.consent('instagram', { persona: 'creator-two-pages' });
    const [grant] = await oauth.database.query<{ id: string }>(
      'SELECT id FROM oauth.grants WHERE social_account_id = $1',
      [account],
    );
    const said = await revoke('--connection', grant!.id);
    expect(said).toContain('done: 1 connections of 1 people in 1 organisations are revoked');
    expect(said).toContain('the consent of 1 unfinished attempts is taken back');
    expect(await stateOf(account)).toEqual(gone);
    expect((await creator.get(`/v1/connect-transactions/${attempt}`)).body).toMatchObject({ status: 'FAILED' });
    expect((await neighbour.get(`/v1/connect-transactions/${stays}`)).body).toMatchObject({
      status: 'SETUP_UNFINISHED',
    });
    const { organisationId, influencerId } = creator;
    const list = (await connect('revocations', await newestOrder())).trim().split('\n').slice(1);
    expect(list.map((line) => line.split(',').slice(0, 4).join()).toSorted()).toEqual(
      [
        `${organisationId},${influencerId},,instagram`,
        `${organisationId},${influencerId},${account},instagram`,
      ].toSorted(),
    );
  });

  it('PR-08: are those that the clock of another machine says are given later', async () => {
    oauth.clock.move(120);
    const account = await new Creator(oauth).connect('tiktok', 'tiktok-everyday');
    oauth.clock.move(-120);
    await revoke('--connection', account);
    expect(await stateOf(account)).toEqual(gone);
  });

  it('PR-08: are told of to the platform though several of one order rest on one consent', async () => {
    const [one, other] = [new Creator(oauth), new Creator(oauth)];
    const accounts = [
      await one.connect('instagram', 'creator-one-page'),
      await other.connect('instagram', 'creator-one-page'),
    ];
    // As long as the first one's receipt waits for its turn, the other one stands.
    armFailpoints('revocation-orders.before-commit=sleep(2000)');
    await revoke('--platform', 'instagram');
    const outcomes = [await outcomeOf(accounts[0]!), await outcomeOf(accounts[1]!)].map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['told', 'told']);
  });

  it('PR-08: include those that were given after the order that the command was to follow', async () => {
    const creator = new Creator(oauth);
    const first = await creator.connect('tiktok', 'tiktok-everyday');
    const scope = ['--organisation', creator.organisationId];
    armFailpoints('revocation-orders.before-commit=throw');
    await expect(revoke(...scope, '--patience', '2')).rejects.toMatchObject({ stderr: expect.anything() as string });
    const second = await creator.connect('tiktok', 'tiktok-busy');
    clearFailpoints();
    await revoke(...scope);
    expect([await stateOf(first), await stateOf(second)]).toEqual([gone, gone]);
    expect(await oauth.count('revocation_orders', 'target = $1', [creator.organisationId])).toBe(2);
  });

  it('PR-08: are revoked although a secret can not be read any more, and it is said that the platform was not told', async () => {
    const organisation = newId();
    const [broken, whole] = await seedGrants(oauth, { organisations: [organisation], people: 2, each: 1 });
    await oauth.database.query('DELETE FROM oauth.data_keys WHERE influencer_id = $1', [broken!.influencer]);
    expect(await revoke('--organisation', organisation)).toContain('1 COULD NOT BE TOLD');
    expect([await stateOf(broken!.account), await stateOf(whole!.account)]).toEqual([gone, gone]);
    expect(await outcomeOf(broken!.account)).toMatchObject({ outcome: 'given_up' });
  });

  it('PR-08: drill: 10,000 are revoked with one command; the list is exact; what is given afterwards stays', async () => {
    await revoke('--all');
    const organisations = Array.from({ length: 20 }, () => newId());
    const seeded = await seedGrants(oauth, { organisations, people: 5_000, each: 2 });
    const dueBefore = await oauth.count('outbox', `type = 'AuthRevoked'`);
    const began = performance.now();
    const said = await revoke('--all');
    const seconds = (performance.now() - began) / 1000;
    process.stderr.write(`drill: 10,000 connections revoked in ${seconds.toFixed(1)} s, with the command\n`);

    expect(said).toContain('done: 10,000 connections of 5,000 people in 20 organisations');
    expect(await oauth.count('grants', `state <> 'revoked'`)).toBe(0);
    expect([await oauth.count('grant_tokens'), await oauth.count('token_refreshes')]).toEqual([0, 0]);
    expect((await oauth.count('outbox', `type = 'AuthRevoked'`)) - dueBefore).toBe(10_000);
    const list = (await connect('revocations', await newestOrder())).trim().split('\n').slice(1);
    expect(list.map((line) => line.split(',').slice(0, 3).join()).toSorted()).toEqual(
      seeded.map(({ organisation, influencer, account }) => [organisation, influencer, account].join()).toSorted(),
    );
    expect(await connect('revocations')).toContain('10,000 connections of 5,000 people');

    const back = await new Creator(oauth).connect('tiktok', 'tiktok-everyday');
    expect((await oauth.lease(back)).status).toBe(200);
  }, 120_000);
});
