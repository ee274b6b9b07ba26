import { GatewayFixture, type Owner } from './support/gateway-fixture';

describe('signing in on new devices', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ LIMIT_SIGN_IN_PER_ACCOUNT: '3' });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  const statuses = async (password: string, times: number) => {
    const answers = [];
    for (let i = 0; i < times; i += 1)
      answers.push((await gateway.browser().post('/v1/sessions', { email: owner.email, password })).status);
    return answers;
  };

  it('is no guessing, and takes back no guess of others', async () => {
    expect(await statuses('a wrong password', 2)).toEqual([401, 401]);
    expect(await statuses(owner.password, 4)).toEqual([201, 201, 201, 201]);
    expect(await statuses('a wrong password', 2)).toEqual([401, 429]);
    expect(await statuses(owner.password, 1)).toEqual([429]);
  });
});
