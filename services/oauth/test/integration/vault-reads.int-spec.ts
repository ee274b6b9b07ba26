import { until } from '@creator-connect/messaging/testing';
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
});
