import { Passwords } from '../../src/passwords/passwords';
import { eventually, GatewayFixture, password, type Owner } from './support/gateway-fixture';
import type { Browser } from './support/browser';

const sources = Array.from({ length: 50 }, (_, i) => `198.51.100.${i + 1}`);
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('guessing from many places', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let known: Browser;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ TRUSTED_PROXY_HOPS: '1', LIMIT_SIGN_IN_PER_SOURCE: '1000' });
    owner = await gateway.install();
    known = gateway.browser();
    await signIn(known, owner.password);
  });
  afterAll(() => gateway.stop());

  const signIn = (browser: Browser, password: string, address = '203.0.113.1', email = owner.email) =>
    browser.post('/v1/sessions', { email, password }, from(address));
  /** The right password is among what is tried, once what the account has is used up. */
  const attack = async (email: string, times: number) => {
    const answers = [];
    for (let i = 0; i < times; i += 1) {
      const password = i % 150 === 149 ? owner.password : `a wrong password ${i}`;
      answers.push(await signIn(gateway.browser(), password, sources[i % sources.length], email));
    }
    return answers.map(({ status, body }) => `${status} ${String(body['code'])}`);
  };

  it('computes one hash for a known and for an unknown address', async () => {
    const matches = jest.spyOn(gateway.get(Passwords), 'matches');
    const counts = [];
    for (const email of [owner.email, 'nobody@example.com']) {
      await signIn(gateway.browser(), 'a wrong password', sources[0], email);
      counts.push(matches.mock.calls.length);
      matches.mockClear();
    }
    matches.mockRestore();
    expect(counts).toEqual([1, 1]);
  });

  it('lets nobody in with 1,000 tries from 50 sources, and the owner on a device of theirs', async () => {
    const answers = await attack(owner.email, 1_000);
    expect(new Set(answers)).toEqual(new Set(['401 gateway.bad_credentials', '429 request.throttled']));
    expect(answers.filter((answer) => answer.startsWith('401')).length).toBeLessThanOrEqual(100);
    expect((await signIn(known, owner.password)).status).toBe(201);
    expect((await signIn(known, owner.password, sources[0])).status).toBe(201);
  });

  it('answers the same for an address that nobody has', async () => {
    const [fresh, stranger] = [await attack('robin@example.com', 120), await attack('stranger@example.com', 120)];
    expect(fresh).toEqual(stranger);
  });

  it('takes no device for known that is another’s or planted, and few tries with one that is', async () => {
    const other = gateway.browser();
    other.cookies.set('__Host-device', 'p'.repeat(43));
    expect((await signIn(other, owner.password, '203.0.113.9')).status).toBe(429);
    const statuses = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await signIn(known, 'a wrong password', sources[i])).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });

  it('lets the owner in on a new device once they have chosen a new password', async () => {
    const fresh = gateway.browser();
    const comes = (words: string) => signIn(fresh, words, '203.0.113.20');
    expect((await comes(owner.password)).status).toBe(429);
    await fresh.post('/v1/password-resets', { email: owner.email });
    const mail = await eventually(() => gateway.services.mails.find((one) => one['kind'] === 'password-reset'));
    const token = new URL(mail['url']!).hash.slice(1);
    const next = password();
    expect((await fresh.post('/v1/password-resets/completions', { token, password: next })).status).toBe(204);
    expect((await comes(next)).status).toBe(201);
  });
});
