import { EventSender } from '../testing';
import { KeysUnavailable, PublishedKeys } from './published-keys';
import { SecurityEventRefused, type SetErrorCode, verifySecurityEvent } from './security-event-token';

const google = new EventSender();
const attacker = new EventSender();
const issuers = ['https://issuer.example.com/', 'https://issuer.example.com'];
const type = 'https://schemas.openid.net/secevent/risc/event-type/sessions-revoked';
const seconds = Math.floor(Date.now() / 1000) - 60;
const payload = {
  iss: issuers[0],
  aud: 'our-client',
  iat: seconds,
  jti: 'one',
  events: { [type]: { subject: { sub: '1' } } },
};
const keys = () => new PublishedKeys(async () => ({ keys: [google.jwk] }));
const maxAgeMs = 86_400_000;
const verify = (token: string) =>
  verifySecurityEvent(token, { keys: keys(), issuers, audience: 'our-client', maxAgeMs });

describe('security event tokens (WH-05)', () => {
  it('are taken from either spelling of the issuer, for one audience of several, typed or not', async () => {
    await expect(verify(google.sign(payload))).resolves.toEqual({
      issuer: issuers[0],
      id: 'one',
      occurredAt: new Date(seconds * 1000),
      events: payload.events,
    });
    const others = { ...payload, iss: issuers[1], aud: ['another', 'our-client'] };
    for (const typ of ['JWT', 'application/secevent+jwt', undefined]) {
      await expect(verify(google.sign(others, { typ }))).resolves.toMatchObject({ issuer: issuers[1] });
    }
  });

  it('have no end, and happened when they say, but never later than now', async () => {
    const past = { ...payload, exp: seconds - 3_600, toe: seconds - 7_200 };
    expect((await verify(google.sign(past))).occurredAt).toEqual(new Date((seconds - 7_200) * 1000));
    const future = await verify(google.sign({ ...payload, iat: seconds + 86_400 }));
    expect(future.occurredAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  const { events: _events, ...withoutEvents } = payload;
  it.each<[string, string, SetErrorCode]>([
    ['nothing', '', 'invalid_request'],
    ['JSON', JSON.stringify(payload), 'invalid_request'],
    ['two parts', google.sign(payload).split('.').slice(0, 2).join('.'), 'invalid_request'],
    ['a fourth part', `${google.sign(payload)}.e30`, 'invalid_request'],
    ['a large body', `${'a'.repeat(50_000)}.b.c`, 'invalid_request'],
    ['no signature (alg none)', google.unsigned(payload), 'invalid_request'],
    ['alg none and a signature', google.sign(payload, { alg: 'none' }), 'invalid_key'],
    ['HS256 with the public key', google.signedWithPublicKey(payload), 'invalid_key'],
    ['another RSA algorithm', google.sign(payload, { alg: 'PS256' }), 'invalid_key'],
    [
      'the key of somebody else under a known name',
      attacker.sign(payload, { kid: google.kid }),
      'authentication_failed',
    ],
    ['an unknown key', attacker.sign(payload), 'invalid_key'],
    ['a key inside', attacker.sign(payload, { kid: undefined, jwk: attacker.jwk }), 'invalid_key'],
    ['an address of keys', attacker.sign(payload, { jku: 'https://attacker.example.com/keys' }), 'invalid_key'],
    ['no key named', google.sign(payload, { kid: undefined }), 'invalid_key'],
    ['an extension that must be understood', google.sign(payload, { crit: ['x'], x: 1 }), 'invalid_request'],
    ['another type', google.sign(payload, { typ: 'at+jwt' }), 'invalid_request'],
    ['another issuer', google.sign({ ...payload, iss: `${issuers[0]}x` }), 'invalid_issuer'],
    ['another audience', google.sign({ ...payload, aud: 'another' }), 'invalid_audience'],
    ['no id', google.sign({ ...payload, jti: '' }), 'invalid_request'],
    ['no time', google.sign({ ...payload, iat: undefined }), 'invalid_request'],
    ['a time too long ago', google.sign({ ...payload, iat: seconds - 86_400 }), 'invalid_request'],
    ['no event', google.sign({ ...payload, events: {} }), 'invalid_request'],
    ['the claims of an ID token', google.sign({ ...withoutEvents, sub: '1', exp: seconds + 3_600 }), 'invalid_request'],
  ])('are refused with %s', async (_what, token, err) => {
    await expect(verify(token)).rejects.toMatchObject({ constructor: SecurityEventRefused, err });
  });

  it('are refused when a byte of them was changed', async () => {
    const [header, body, signature] = google.sign(payload).split('.') as [string, string, string];
    const changed = Buffer.from(JSON.stringify({ ...payload, jti: 'two' })).toString('base64url');
    await expect(verify(`${header}.${changed}.${signature}`)).rejects.toMatchObject({ err: 'authentication_failed' });
    await expect(verify(`${header}.${body}.${signature.slice(0, -4)}`)).rejects.toMatchObject({
      err: 'authentication_failed',
    });
  });
});

describe('published keys', () => {
  let now: number;
  let fetched: number;
  let published: EventSender[];
  let down: boolean;
  let set: PublishedKeys;
  beforeEach(() => {
    [now, fetched, published, down] = [Date.now(), 0, [google], false];
    set = new PublishedKeys(
      async () => {
        fetched += 1;
        if (down) throw new Error('unreachable');
        return { keys: published.map(({ jwk }) => jwk) };
      },
      () => new Date(now),
    );
  });
  const find = (sender: EventSender) => set.find({ alg: 'RS256', kid: sender.kid });

  it('are fetched once for many, and again after ten minutes', async () => {
    await Promise.all([find(google), find(google), find(google)]);
    now += 9 * 60_000;
    await find(google);
    expect(fetched).toBe(1);
    now += 2 * 60_000;
    await find(google);
    expect(fetched).toBe(2);
  });

  it('are fetched for an unknown name, but not again at once: until then nothing is known about it', async () => {
    await find(google);
    now += 11_000;
    await expect(find(attacker)).resolves.toBeUndefined();
    for (let turn = 0; turn < 5; turn += 1) await expect(find(attacker)).rejects.toThrow(KeysUnavailable);
    expect(fetched).toBe(2);
    await expect(find(google)).resolves.toBeDefined();
    published.push(attacker);
    now += 11_000;
    await expect(find(attacker)).resolves.toBeDefined();
  });

  it('are not believed any longer when they are withdrawn', async () => {
    await find(google);
    published = [attacker];
    now += 11 * 60_000;
    await expect(find(google)).resolves.toBeUndefined();
  });

  it('decide nothing while they can not be fetched, not even with old ones', async () => {
    await find(google);
    down = true;
    now += 11 * 60_000;
    await expect(find(google)).rejects.toThrow(KeysUnavailable);
    down = false;
    await expect(find(google)).resolves.toBeDefined();
  });
});
