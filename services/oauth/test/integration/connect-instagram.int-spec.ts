import { Creator, OauthFixture } from './support/oauth-fixture';

describe('connecting Instagram', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());

  it('connects the chosen account, and seals everything', async () => {
    const creator = new Creator(oauth);
    const { id, returned, transaction } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    expect(returned.status).toBe(303);
    expect(transaction).toMatchObject({ id, status: 'CHOOSE' });
  });
});
