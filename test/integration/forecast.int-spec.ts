import { testPrefix, until } from '@creator-connect/messaging/testing';
import type { AddressInfo } from 'node:net';
import { AccountsFixture, type Organisation } from '../../services/accounts/test/integration/support/accounts-fixture';
import { Creator, OauthFixture } from '../../services/oauth/test/integration/support/oauth-fixture';

interface Forecast {
  accounts: { id: string; endsAt: string }[];
}
interface Attention {
  influencers: { accounts: { id: string; authState: string; since: string }[] }[];
}

const hour = 3_600_000;
const day = 24 * hour;

/** The service that ends authorizations and the one that foretells it, on platforms whose clocks move along. */
describe('the forecast of a campaign, and what then happens', () => {
  let accounts: AccountsFixture;
  let oauth: OauthFixture;
  let org: Organisation;
  let start: number;

  beforeAll(async () => {
    const topicPrefix = testPrefix();
    accounts = await AccountsFixture.start({ KAFKA_TOPIC_PREFIX: topicPrefix, KAFKA_GROUP_PREFIX: topicPrefix });
    const { port } = accounts.app.getHttpServer().address() as AddressInfo;
    const { identities } = accounts;
    oauth = await OauthFixture.start({ ACCOUNTS_URL: `http://127.0.0.1:${port}` }, { identities, topicPrefix });
    await oauth.sandbox.settings({ world: { accounts: 8 } });
    org = await accounts.anOrganisation();
    start = now();
  });
  afterAll(async () => {
    await oauth?.stop();
    await accounts?.stop();
  });

  const now = () => oauth.clock.now().getTime();

  /** Moves time everywhere to this moment, and waits until oauth has said what there is to say at it. */
  async function goTo(moment: number): Promise<void> {
    await oauth.advance((moment - now()) / 1000);
    await accounts.database.moveClock(oauth.clock.ahead);
    const due = 'oauth.clock_timestamp()';
    await until(
      'that nothing is due',
      async () =>
        (await oauth.count('grants', `state = 'live' AND expiring_due_at <= ${due}`)) +
          (await oauth.count('verifications', `due_at <= ${due} OR lease_until > ${due}`)) +
          (await oauth.count('token_refreshes', `due_at <= ${due} OR lease_until > ${due}`)) ===
        0,
      30_000,
    );
  }

  async function aCreator(): Promise<Creator> {
    return new Creator(oauth, { org: org.id, influencer: await accounts.anInfluencer(org) });
  }

  /** Waits until accounts has taken all that oauth told of authorizations. */
  async function inStep(): Promise<void> {
    const told = await oauth.database.query<{ id: string }>(
      `SELECT id FROM oauth.outbox WHERE type IN ('AccountAuthorized', 'AuthExpiring', 'AuthExtended', 'AuthExpired')`,
    );
    await until('that accounts has followed', async () => {
      const [seen] = await accounts.database.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM accounts.inbox WHERE event_id = ANY ($1)',
        [told.map(({ id }) => id)],
      );
      return seen!.n >= told.length;
    });
  }

  it('names exactly the accounts that lapse, each with its time; who renews or pauses is not among them', async () => {
    const [early, late, renewing, paused, automatic] = await Promise.all(Array.from({ length: 5 }, aCreator));
    const connected: Record<string, string> = {
      early: await early!.connect('instagram', 'world-instagram-0'),
      renewing: await renewing!.connect('instagram', 'world-instagram-1'),
      paused: await paused!.connect('instagram', 'world-instagram-2'),
      automatic: await automatic!.connect('tiktok', 'world-tiktok-3'),
    };
    await goTo(start + 20 * day);
    connected['late'] = await late!.connect('instagram', 'world-instagram-4');
    const pause = `/v1/social-accounts/${connected['paused']}/pause`;
    expect((await accounts.as(paused!.identity).send('PUT', pause)).status).toBe(200);
    await inStep();

    const nameOf = (id: string) => Object.keys(connected).find((name) => connected[name] === id) ?? id;
    const campaign = async (endsOn?: string) => {
      const { body } = await accounts.as(org.admin).post<{ id: string }>('/v1/campaigns', { name: 'Spring', endsOn });
      for (const { influencerId } of [early!, late!, renewing!, paused!, automatic!]) {
        await accounts.as(org.admin).post(`/v1/campaigns/${body.id}/influencers`, { influencerId });
      }
      return body.id;
    };
    const read = async <T>(id: string, what: string) =>
      (await accounts.as(org.viewer).get<T>(`/v1/campaigns/${id}/${what}`)).body;
    const foreseen = async (id: string) =>
      (await read<Forecast>(id, 'forecast')).accounts.map((one) => ({ ...one, name: nameOf(one.id) }));
    const lapsed = async (id: string) =>
      (await read<Attention>(id, 'attention')).influencers
        .flatMap((one) => one.accounts)
        .filter(({ authState }) => authState === 'REAUTH')
        .map((one) => ({ ...one, name: nameOf(one.id) }));
    const names = (list: { name: string }[]) => list.map(({ name }) => name).toSorted();

    const lastDay = start + 100 * day;
    const ending = await campaign(new Date(lastDay).toISOString().slice(0, 10));
    const open = await campaign();
    expect(names(await foreseen(ending))).toEqual(['early', 'renewing']);
    expect(names(await foreseen(open))).toEqual(['early', 'late', 'renewing']);

    await goTo(start + 25 * day);
    await renewing!.connect('instagram', 'world-instagram-1', connected['renewing']);
    await inStep();
    const beforeTheEnd = await foreseen(ending);
    const withinAYear = await foreseen(open);
    expect(names(beforeTheEnd)).toEqual(['early']);
    expect(withinAYear.map(({ name }) => name)).toEqual(['early', 'late', 'renewing']);

    for (const { id, name, endsAt } of withinAYear) {
      const end = Date.parse(endsAt);
      await goTo(end - hour);
      await inStep();
      expect([names(await lapsed(open)), name]).toEqual([
        names(withinAYear.filter((one) => Date.parse(one.endsAt) <= now())),
        name,
      ]);
      await goTo(end + hour);
      const expired = await oauth.event('AuthExpired', id);
      expect(expired.payload).toMatchObject({ cause: 'data_access_expired' });
      const at = Date.parse(String(expired.payload['observedAt']));
      expect([name, at >= end && at <= end + 2 * hour]).toEqual([name, true]);
      await inStep();
      expect((await lapsed(open)).find((one) => one.id === id)?.since).toBe(expired.payload['observedAt']);
      if (name !== 'early') continue;
      await goTo(lastDay + day - (lastDay % day) - 1);
      await inStep();
      expect(names(await lapsed(ending))).toEqual(names(beforeTheEnd));
      expect(names(await lapsed(open))).toEqual(names(beforeTheEnd));
    }
    expect(names(await lapsed(open))).toEqual(names(withinAYear));
    expect(await foreseen(open)).toEqual([]);
    // Its authorization has lapsed as well, and stands in nobody's way.
    expect(await oauth.events('AuthExpired', connected['paused'])).toHaveLength(1);
    expect(await oauth.events('AuthExpired', connected['automatic'])).toEqual([]);
  }, 120_000);
});
