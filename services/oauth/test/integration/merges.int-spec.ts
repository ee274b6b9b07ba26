import { InfluencerErased, InfluencerMerged, newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { ownDataOf } from '@creator-connect/security/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('two entries of one person', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  beforeEach(() => oauth.forgetPersons());
  afterAll(() => oauth.stop());

  const theKeptOf = (other: Creator) => new Creator(oauth, { org: other.organisationId });
  const merge = async (other: Creator, kept: Creator) => {
    const { organisationId, influencerId } = other;
    const data = { organisationId, influencerId, keptInfluencerId: kept.influencerId, accountIds: [] };
    await oauth.topics.publish(InfluencerMerged, { ...data, mergedAt: new Date().toISOString() }, 'accounts');
    await until('that the merge is known', async () => (await remembered(other)) === 1);
  };
  const remembered = ({ influencerId }: Creator) =>
    oauth.count('merged_influencers', 'influencer_id = $1', [influencerId]);
  const erase = async ({ organisationId, influencerId }: Creator) => {
    const data = { organisationId, influencerId, accountIds: [], erasedAt: new Date().toISOString() };
    await oauth.topics.publish(InfluencerErased, data, 'accounts');
    await until('that the erasure is confirmed', async () =>
      (await oauth.events('InfluencerDataErased')).some(({ payload }) => payload['influencerId'] === influencerId),
    );
  };
  const held = async ({ influencerId }: Creator) => {
    const found: string[] = [];
    for (const table of ['grants', 'data_keys', 'connect_transactions', 'staged_grants'])
      if ((await oauth.count(table, 'influencer_id = $1', [influencerId])) > 0) found.push(table);
    return found;
  };
  const check = async (creator: Creator, id: string) =>
    (await creator.post(`/v1/social-accounts/${id}/authorization/verifications`)).body;

  it('are one in what they gave: the kept one uses, renews and takes back what the other authorized', async () => {
    const other = new Creator(oauth);
    const kept = theKeptOf(other);
    const id = await other.connect('tiktok', 'tiktok-everyday');
    await merge(other, kept);
    expect((await other.authorization(id)).status).toBe(404);
    expect((await kept.authorization(id)).body).toMatchObject({ state: 'live' });
    expect((await oauth.lease(id)).status).toBe(200);
    expect(await check(kept, id)).toMatchObject({ state: 'live' });
    await kept.connect('tiktok', 'tiktok-everyday', id);
    expect((await oauth.event('AccountAuthorized', id, 2)).payload).toMatchObject({ influencerId: kept.influencerId });
    expect((await oauth.lease(id)).status).toBe(200);
    await kept.post(`/v1/social-accounts/${id}/authorization/revocations`);
    expect((await oauth.event('AuthRevoked', id)).payload).toMatchObject({ influencerId: kept.influencerId });
    await until(
      'that TikTok was told',
      async () => (await oauth.count('revocations', `social_account_id = $1 AND outcome = 'told'`, [id])) === 1,
    );
  });

  it('are one in what is held about them, the use of their tokens before included', async () => {
    const other = new Creator(oauth);
    const kept = theKeptOf(other);
    const id = await other.connect('tiktok', 'tiktok-everyday');
    await oauth.lease(id);
    const { organisationId, influencerId } = other;
    const before = await ownDataOf(oauth.door, { organisationId, influencerId });
    expect(before['token-uses']).not.toEqual([]);
    await merge(other, kept);
    expect(await ownDataOf(oauth.door, { organisationId, influencerId: kept.influencerId })).toEqual(before);
  });

  it('keep a connection that the other began before and confirmed after', async () => {
    const other = new Creator(oauth);
    const kept = theKeptOf(other);
    const { id, transaction } = await other.consent('instagram', { persona: 'creator-one-page' });
    await merge(other, kept);
    const candidates = transaction['candidates'] as { id: string; eligible: boolean }[];
    const candidateIds = candidates.filter(({ eligible }) => eligible).map((one) => one.id);
    const { body } = await other.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds });
    const [accountId] = body['socialAccountIds'] as string[];
    expect((await oauth.event('AccountAuthorized', accountId!)).payload).toMatchObject({
      influencerId: kept.influencerId,
    });
    expect((await kept.authorization(accountId!)).body).toMatchObject({ state: 'live' });
    expect((await oauth.lease(accountId!)).status).toBe(200);
  });

  it('are erased as one: no key of either is left, and nothing that it sealed can be read', async () => {
    const other = new Creator(oauth);
    const kept = theKeptOf(other);
    const ids = [await other.connect('tiktok', 'tiktok-everyday'), await kept.connect('tiktok', 'tiktok-busy')];
    await other.consent('instagram', { persona: 'creator-one-page' });
    await merge(other, kept);
    await erase(kept);
    for (const creator of [other, kept]) expect(await held(creator)).toEqual([]);
    for (const id of ids) {
      expect((await oauth.lease(id)).status).not.toBe(200);
      await oauth.event('AuthRevoked', id);
    }
  });

  it('are erased as one also when the erasure is heard of before the merge', async () => {
    const other = new Creator(oauth);
    const kept = theKeptOf(other);
    const id = await other.connect('tiktok', 'tiktok-everyday');
    await erase(kept);
    expect((await oauth.lease(id)).status).toBe(200);
    await merge(other, kept);
    expect(await held(other)).toEqual([]);
    await oauth.event('AuthRevoked', id);
  });

  it('stay one when two merges are heard of in the wrong order, and each twice', async () => {
    const oldest = new Creator(oauth);
    const [other, kept] = [theKeptOf(oldest), theKeptOf(oldest)];
    const id = await oldest.connect('tiktok', 'tiktok-everyday');
    for (let again = 0; again < 2; again += 1) {
      await merge(other, kept);
      await merge(oldest, other);
    }
    expect((await kept.authorization(id)).body).toMatchObject({ state: 'live' });
    expect((await oauth.lease(id)).status).toBe(200);
    const stranger = new Creator(oauth, { org: newId(), influencer: kept.influencerId });
    expect((await stranger.authorization(id)).status).toBe(404);
  });
});
