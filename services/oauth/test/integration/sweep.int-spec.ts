import { until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

const day = 86_400;

describe('the sweep', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  afterEach(() => oauth.sandbox.clearFaults());

  const lookedAt = (id: string, outcome: string) =>
    until(`a look that says ${outcome}`, () =>
      oauth
        .count(
          'verifications',
          `last_outcome = $2 AND due_at > oauth.clock_timestamp() AND last_checked_at > oauth.clock_timestamp() - interval '1 hour'
           AND id IN (SELECT id FROM oauth.grants WHERE social_account_id = $1)`,
          [id, outcome],
        )
        .then((n) => n === 1),
    );
  const check = async (creator: Creator, id: string) =>
    (await creator.post(`/v1/social-accounts/${id}/authorization/verifications`)).body;

  it('looks at every live grant once a period and finds what died silently', async () => {
    const creator = new Creator(oauth);
    const [meta, tiktok] = [
      await creator.connect('instagram', 'creator-one-page'),
      await creator.connect('tiktok', 'tiktok-everyday'),
    ];
    await oauth.advance(day);
    await lookedAt(meta, 'alive');
    await lookedAt(tiktok, 'alive');
    await oauth.sandbox.does('creator-one-page', 'change-password');
    await oauth.sandbox.does('tiktok-everyday', 'expire-access-token');
    await oauth.sandbox.does('tiktok-everyday', 'expire-refresh-token');
    await oauth.advance(day);
    expect((await oauth.event('AuthExpired', meta)).payload).toMatchObject({ cause: 'password_changed' });
    expect((await oauth.event('AuthExpired', tiktok)).payload).toMatchObject({ cause: 'refresh_token_dead' });
  });

  it('makes no call about a dead grant, whatever else happens', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-two-pages');
    await oauth.sandbox.does('creator-two-pages', 'expire-session');
    expect(await check(creator, id)).toMatchObject({ state: 'expired' });
    // Somebody asks while the platform can not answer: that is no reason to go on asking.
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'status', operation: 'graph.*', times: null });
    expect(await check(creator, id)).toEqual({ outcome: 'unknown', state: 'expired' });
    await oauth.sandbox.clearFaults();
    const mark = await oauth.sandbox.mark();
    for (let turn = 0; turn < 3; turn += 1) {
      await oauth.advance(2 * day);
      await oauth.lease(id);
      await until('that nothing is due', () =>
        oauth
          .count(
            'verifications',
            `due_at <= oauth.clock_timestamp() AND id IN (SELECT id FROM oauth.grants WHERE social_account_id = $1)`,
            [id],
          )
          .then((n) => n === 0),
      );
    }
    expect(await oauth.sandbox.callsOf('creator-two-pages', mark)).toEqual([]);
  });

  it('asks an account less and less that nobody can answer for, and the others as ever', async () => {
    const creator = new Creator(oauth);
    const [failing, well] = [
      await creator.connect('instagram', 'creator-other-profile'),
      await creator.connect('tiktok', 'tiktok-busy'),
    ];
    const nextTry = async (id: string) => {
      const [row] = await oauth.database.query<{ attempts: number; waits: number }>(
        `SELECT v.attempts, extract(epoch FROM v.due_at - oauth.clock_timestamp())::float AS waits
           FROM oauth.verifications v JOIN oauth.grants g ON g.id = v.id WHERE g.social_account_id = $1`,
        [id],
      );
      return row!;
    };
    const persona = 'creator-other-profile';
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'status', persona, operation: 'graph.*', times: null });
    await oauth.advance(day);
    await lookedAt(well, 'alive');
    // Each wait is at least half of its ceiling, which doubles: half a minute, a minute, two …
    for (const least of [15, 30, 60, 120]) {
      await lookedAt(failing, 'unknown');
      const { waits } = await nextTry(failing);
      expect(waits).toBeGreaterThan(least - 5);
      await oauth.advance(Math.ceil(waits));
      await until('another try', async () => (await nextTry(failing)).waits > 0);
    }
    expect((await nextTry(failing)).attempts).toBeGreaterThanOrEqual(4);
    expect((await nextTry(well)).attempts).toBe(0);
    expect((await check(creator, failing))['state']).toBe('live');
    await oauth.sandbox.clearFaults();
    await oauth.advance(6 * 3_600);
    await lookedAt(failing, 'alive');
    expect((await nextTry(failing)).attempts).toBe(0);
  });

  it('believes that an account is gone only when the platform says so again and again', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-small-audience');
    const one = { platform: 'facebook', operation: 'graph.instagram', times: 1 } as const;
    // Failures of other kinds say nothing about the account.
    for (let turn = 0; turn < 3; turn += 1) {
      await oauth.sandbox.fault({ ...one, kind: 'status', status: 500 });
      expect(await check(creator, id)).toEqual({ outcome: 'unknown', state: 'live' });
    }
    for (const state of ['live', 'live', 'expired']) {
      await oauth.sandbox.fault({ ...one, kind: 'token_invalid', code: 110 });
      expect((await check(creator, id))['state']).toBe(state);
    }
    expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({ cause: 'account_gone' });
  });
});
