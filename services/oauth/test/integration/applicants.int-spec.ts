import { newId } from '@creator-connect/contracts';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('somebody who applies', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());

  it('connects an account to their application, under the id they will keep', async () => {
    const applicant = new Creator(oauth, { kind: 'applicant' });
    const account = await applicant.connect('tiktok', 'tiktok-member');
    expect(oauth.accounts.checks.at(-1)).toMatchObject({ application: true, influencerId: applicant.influencerId });
    expect((await oauth.event('AccountAuthorized', account)).payload).toMatchObject({
      influencerId: applicant.influencerId,
      organisationId: applicant.organisationId,
      flow: 'application',
    });
    const [consent] = await oauth.database.query(
      'SELECT flow, proof FROM oauth.consents WHERE social_account_id = $1',
      [account],
    );
    expect(consent).toEqual({ flow: 'application', proof: 'applicant' });
  });

  it('finishes only what they began themselves (OC-03)', async () => {
    const applicant = new Creator(oauth, { kind: 'applicant' });
    const { id } = await applicant.start('tiktok');
    const { org, influencer } = applicant.identity as { org: string; influencer: string };
    for (const kind of ['applicant', 'influencer'] as const) {
      const other = new Creator(oauth, { kind, org, influencer, sub: newId() });
      expect((await other.get(`/v1/connect-transactions/${id}`)).status).toBe(404);
    }
  });

  it('reads and revokes no authorization through it', async () => {
    const applicant = new Creator(oauth, { kind: 'applicant' });
    const account = await applicant.connect('tiktok', 'tiktok-everyday');
    expect((await applicant.authorization(account)).status).toBe(403);
    const revocation = await applicant.post(`/v1/social-accounts/${account}/authorization/revocations`);
    expect(revocation.status).toBe(403);
  });
});
