import { GatewayFixture, password } from './support/gateway-fixture';

describe('installation', () => {
  let gateway: GatewayFixture;
  const organisation = { name: 'North Agency', slug: 'north' };
  const owner = { email: 'owner@example.com', password: password(), name: 'First Owner' };
  const install = (change: object = {}) =>
    gateway.browser().post('/v1/installation', { setupToken: gateway.setupToken, organisation, owner, ...change });

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  });
  afterAll(() => gateway.stop());

  it('refuses a wrong set-up token', async () => {
    const answer = await install({ setupToken: 'not-the-token-of-this-installation' });
    expect([answer.status, answer.body['code']]).toEqual([401, 'gateway.setup_token_wrong']);
    expect(gateway.services.organisations).toEqual([]);
  });

  it('refuses a weak password before anything is made', async () => {
    const answer = await install({ owner: { ...owner, password: 'passwordpassword' } });
    expect([answer.status, answer.body['errors']]).toEqual([
      400,
      [{ field: 'owner.password', code: 'easy_to_guess', message: 'is too easy to guess' }],
    ]);
    expect(gateway.services.organisations).toEqual([]);
  });

  it.each([
    { organisation: { ...organisation, id: 'x' } },
    { organisation: { ...organisation, slug: 'No Slug' } },
    { owner: { ...owner, role: 'owner' } },
    { owner: [owner] },
    { extra: 1 },
  ])('takes no field that is not listed, and no other form: %j', async (change) => {
    const answer = await install(change);
    expect([answer.status, answer.body['code']]).toEqual([400, 'request.invalid']);
  });

  it('makes one owner of parallel attempts and tells a repeated one that it worked', async () => {
    const answers = await Promise.all([install(), install(), install()]);
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    const again = await install();
    expect([again.status, again.body['code']]).toEqual([409, 'gateway.already_installed']);
    expect(gateway.services.organisations).toHaveLength(1);
    expect(await gateway.database.query('SELECT email FROM gateway.users')).toEqual([{ email: owner.email }]);
  });

  it('keeps the password as Argon2id only', async () => {
    const [row] = await gateway.database.query<{ password_hash: string }>('SELECT password_hash FROM gateway.users');
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
