import { newId } from '@creator-connect/contracts';
import { Creator, OauthFixture } from './support/oauth-fixture';

const kitchen = { page: '110000000001102', instagram: '17841000000000102' };
const travel = { page: '110000000001103', instagram: '17841000000000103' };

describe('several accounts under one consent', () => {
  let oauth: OauthFixture;
  const persona = 'creator-two-pages';
  const both = { pages: [kitchen.page, travel.page], instagram: [kitchen.instagram, travel.instagram] };

  /** Both accounts of the person, by the platform's id. */
  async function connectBoth(creator: Creator): Promise<Record<string, string>> {
    const { id, transaction } = await creator.consent('instagram', { persona, ...both });
    const candidateIds = (transaction['candidates'] as { id: string }[]).map((one) => one.id);
    const done = await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds });
    const ids = done.body['socialAccountIds'] as string[];
    return Object.fromEntries(candidateIds.map((candidate, index) => [candidate, ids[index]!]));
  }
  const tickOnly = (one: typeof kitchen) => ({ persona, pages: [one.page], instagram: [one.instagram] });

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  beforeEach(() => oauth.forgetPersons());

  it('says before the dialog what must stay ticked, to the person and not to a link', async () => {
    const creator = new Creator(oauth);
    const ids = await connectBoth(creator);
    const start = async (who: Creator, socialAccountId?: string) =>
      (
        await who.post('/v1/connect-transactions', {
          platform: 'instagram',
          ...(socialAccountId && { socialAccountId }),
        })
      ).body['keepTicked'];
    expect(await start(creator, ids[kitchen.instagram])).toMatchObject([
      { socialAccountId: ids[travel.instagram], handle: expect.stringContaining('sandbox.'), pageName: 'Travel Page' },
    ]);
    expect(await start(creator)).toHaveLength(2);
    const { organisationId: org, influencerId: influencer } = creator;
    const holder = new Creator(oauth, { kind: 'link', org, influencer, request: newId(), proven: false });
    expect(await start(holder, ids[kitchen.instagram])).toEqual([]);
  });

  it('warns of the sibling that a new choice cut off, and believes only the platform about it', async () => {
    const creator = new Creator(oauth);
    const ids = await connectBoth(creator);
    const elsewhere = new Creator(oauth);
    await elsewhere.connect('instagram', persona);
    const { transaction } = await creator.consent('instagram', tickOnly(kitchen), ids[kitchen.instagram]);
    expect(transaction['lostSiblings']).toMatchObject([
      { socialAccountId: ids[travel.instagram], pageName: 'Travel Page' },
    ]);

    const expired = await oauth.event('AuthExpired', ids[travel.instagram]!);
    expect(expired.payload).toMatchObject({ cause: 'permission_lost', rule: 'instagram.inspect.targets' });
    expect((await creator.authorization(ids[travel.instagram]!)).body).toMatchObject({ state: 'expired' });
    expect((await creator.authorization(ids[kitchen.instagram]!)).body).toMatchObject({ state: 'live' });

    // The fix: asked again for everything, with the page shown, and both ticked.
    const again = await creator.start('instagram', ids[travel.instagram]);
    expect(new URL(again.redirectTo).searchParams.get('auth_type')).toBe('rerequest');
    const healed = await creator.consent('instagram', { persona, ...both }, ids[travel.instagram]);
    expect(healed.transaction['lostSiblings']).toEqual([]);
    await creator.post(`/v1/connect-transactions/${healed.id}/confirm`, { candidateIds: [travel.instagram] });
    expect((await creator.authorization(ids[travel.instagram]!)).body).toMatchObject({ state: 'live' });
  });

  it('changes nothing for a sibling that the platform still lets us read', async () => {
    const creator = new Creator(oauth);
    const ids = await connectBoth(creator);
    await oauth.database.query(`UPDATE oauth.verifications SET last_checked_at = NULL, last_outcome = NULL`);
    // Everything stays ticked: nobody is even asked.
    const { transaction } = await creator.consent('instagram', { persona, ...both }, ids[kitchen.instagram]);
    expect(transaction['lostSiblings']).toEqual([]);
    expect(
      await oauth.count('verifications', `asked_because = 'consent_narrowed' AND org_id = $1`, [
        creator.organisationId,
      ]),
    ).toBe(0);
    expect((await creator.authorization(ids[travel.instagram]!)).body).toMatchObject({ state: 'live' });
  });
});
