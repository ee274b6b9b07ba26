import { newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { ForgetVaultReads } from '../../src/grants/vault/forget-vault-reads';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('secrets that are read (VK-07)', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start({ VAULT_READS_PER_MINUTE: '20' });
  });
  afterAll(() => oauth.stop());

  it('unusually often by one service are an alarm, and a query names every person concerned', async () => {
    const creators = [new Creator(oauth), new Creator(oauth), new Creator(oauth)];
    const untouched = new Creator(oauth);
    const ids = await Promise.all(creators.map((creator) => creator.connect('tiktok', 'tiktok-everyday')));
    await untouched.connect('tiktok', 'tiktok-everyday');
    const [{ from } = { from: '' }] = await oauth.database.query<{ from: string }>('SELECT now()::text AS from');
    const metrics = async () => (await untouched.get('/metrics')).text;
    expect(await metrics()).not.toContain('security_alarms_total{alarm="vault_reads"}');
    for (let turn = 0; turn < 8; turn += 1) await Promise.all(ids.map((id) => oauth.lease(id)));
    await until('the alarm', async () => (await metrics()).includes('security_alarms_total{alarm="vault_reads"} 1'));
    const people = await oauth.database.query<{ influencer: string }>(
      `SELECT DISTINCT influencer_id AS influencer FROM oauth.vault_reads WHERE service = 'collector' AND read_at >= $1`,
      [from],
    );
    expect(people.map(({ influencer }) => influencer).toSorted()).toEqual(
      creators.map(({ influencerId }) => influencerId).toSorted(),
    );
  });

  it('PR-06: is forgotten when it had its time, in chunks, and nothing younger with it', async () => {
    const forget = () => oauth.door.app.get(ForgetVaultReads).run();
    const ofDays = (days: number) => oauth.count('vault_reads', `service = $1`, [`days-${days}`]);
    const orgs = [newId(), newId()];
    for (const days of [399, 1]) {
      await oauth.database.query(
        `INSERT INTO oauth.vault_reads (id, org_id, influencer_id, connection_id, field, service, purpose, correlation_id, read_at)
         SELECT gen_random_uuid(), org, org, org, 'access', 'days-' || $2, 'collect', 'c', now() - make_interval(days => $2::int)
           FROM unnest($1::uuid[]) org, generate_series(1, 1250)`,
        [orgs, days],
      );
    }
    expect(await forget()).toBe(0);
    await oauth.advance(2 * 86_400);
    const forgotten = await Promise.all([forget(), forget()]);
    expect(forgotten[0]! + forgotten[1]!).toBe(2_500);
    expect([await ofDays(399), await ofDays(1)]).toEqual([0, 2_500]);
    const { text } = await new Creator(oauth).get('/metrics');
    expect(text).toMatch(/^vault_reads_forgotten_total 2500$/m);
  });

  it('is found by its age through an index', async () => {
    const [{ definition } = { definition: '' }] = await oauth.database.query<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'oauth' AND indexname = 'vault_reads_age'`,
    );
    expect(definition).toMatch(/USING btree \(read_at\)/);
  });
});
