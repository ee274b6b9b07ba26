import { AccountsFixture, applicantIdentity, influencerIdentity, type Organisation } from './support/accounts-fixture';

interface OwnData {
  organisation: { id: string; name: string };
  since: string;
  accountIds: string[];
  campaigns: { id: string; name: string; since: string; endsOn: string | null }[];
}

describe('the glass wall', () => {
  let fixture: AccountsFixture;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
  }, 60_000);
  afterAll(() => fixture?.stop());

  async function aPerson(name: string) {
    const org = await fixture.anOrganisation(name);
    const influencerId = await fixture.anInfluencer(org, 'creator-in-both@example.com');
    const accountId = await fixture.aConnectedAccount(org, influencerId, { platformAccountId: 'the-same-account' });
    const admin = fixture.as(org.admin);
    const campaign = await admin.post<{ id: string }>('/v1/campaigns', {
      name: `${name} summer`,
      endsOn: '2026-08-31',
    });
    await admin.post('/v1/campaigns', { name: 'Somebody else’s' });
    await admin.post(`/v1/campaigns/${campaign.body.id}/influencers`, { influencerId });
    return { org, influencerId, accountId, campaignId: campaign.body.id };
  }
  const ownDataOf = ({ org, influencerId }: { org: Organisation; influencerId: string }) =>
    fixture.as(influencerIdentity(org, influencerId)).get<OwnData>('/v1/own-data');

  it('names the organisation, since when, and each campaign; nothing of another organisation of the same person', async () => {
    const [ours, theirs] = [await aPerson('Ours'), await aPerson('Theirs')];
    const { status, body, bytes } = await ownDataOf(ours);
    expect(status).toBe(200);
    expect(body).toEqual({
      organisation: { id: ours.org.id, name: 'Ours' },
      since: expect.any(String),
      accountIds: [ours.accountId],
      campaigns: [
        { id: ours.campaignId, name: 'Ours summer', startsOn: null, endsOn: '2026-08-31', since: expect.any(String) },
      ],
    });
    for (const id of [theirs.org.id, theirs.influencerId, theirs.accountId, theirs.campaignId, 'Theirs']) {
      expect(bytes.toString()).not.toContain(id);
    }
    // Of one organisation, with the id of the other.
    expect((await ownDataOf({ org: ours.org, influencerId: theirs.influencerId })).status).toBe(404);
  });

  it('is the creator’s alone', async () => {
    const { org } = await aPerson('Alone');
    const others = [org.owner, org.viewer, applicantIdentity(org.id, await fixture.aDraft(org))];
    for (const identity of others) expect((await fixture.as(identity).get('/v1/own-data')).status).toBe(403);
  });
});
