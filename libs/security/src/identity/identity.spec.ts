import { generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { newId } from '@creator-connect/contracts';
import { identityType, type Identity } from './identity';
import { IdentityIssuer } from './identity-issuer';
import { IdentityVerifier } from './identity-verifier';

const pair = () => generateKeyPairSync('ed25519');
const [gateway, collector] = [pair(), pair()];
const publicKeys = new Map<string, KeyObject>([
  ['gateway', gateway.publicKey],
  ['collector', collector.publicKey],
]);
const member: Identity = { kind: 'member', sub: newId(), org: newId(), role: 'admin' };

const verifier = (now?: () => number) => new IdentityVerifier('accounts', publicKeys, now);
const sign = (claims: object, header: object, key: KeyObject | Uint8Array = gateway.privateKey) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: identityType, kid: 'gateway', ...header } as { alg: string })
    .sign(key);
const valid = () => {
  const now = Math.floor(Date.now() / 1000);
  return { ...member, iss: 'gateway', aud: 'accounts', iat: now, exp: now + 60 };
};

describe('identities between services (SE-08)', () => {
  it('arrive as they were signed', async () => {
    const token = await new IdentityIssuer('gateway', gateway.privateKey).issue(member, 'accounts');
    await expect(verifier().verify(token)).resolves.toEqual(member);
  });

  it('are signed once for the same person and audience, and verified once', async () => {
    const issuer = new IdentityIssuer('gateway', gateway.privateKey);
    expect(await issuer.issue(member, 'accounts')).toBe(await issuer.issue({ ...member }, 'accounts'));
    expect(await issuer.issue(member, 'accounts')).not.toBe(await issuer.issue(member, 'oauth'));
  });

  it('end with their expiry, cached or not', async () => {
    let now = Date.now();
    const clocked = verifier(() => now);
    const token = await new IdentityIssuer('gateway', gateway.privateKey, () => now).issue(member, 'accounts');
    await clocked.verify(token);
    now += 61_000;
    await expect(clocked.verify(token)).rejects.toMatchObject({ code: 'request.unauthenticated' });
    await expect(verifier(() => now).verify(token)).rejects.toMatchObject({ code: 'request.unauthenticated' });
  });

  it('are made for people by the gateway alone', async () => {
    await expect(new IdentityIssuer('collector', collector.privateKey).issue(member, 'accounts')).rejects.toThrow(
      'itself only',
    );
  });

  it('arrive on a machine whose clock is a little behind', async () => {
    const token = await new IdentityIssuer('gateway', gateway.privateKey).issue(member, 'accounts');
    await expect(verifier(() => Date.now() - 3_000).verify(token)).resolves.toEqual(member);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['no signature at all', () => `${b64({ alg: 'none', typ: identityType, kid: 'gateway' })}.${b64(valid())}.`],
    [
      'HS256 with the public key as secret',
      () =>
        sign(
          valid(),
          { alg: 'HS256' },
          Buffer.from(gateway.publicKey.export({ type: 'spki', format: 'pem' }) as string),
        ),
    ],
    ['an unknown kid', () => sign(valid(), { kid: 'stranger' })],
    ['no kid', () => sign(valid(), { kid: undefined })],
    [
      'a key of its own in the header',
      () => {
        const own = pair();
        return sign(valid(), { jwk: own.publicKey.export({ format: 'jwk' }) }, own.privateKey);
      },
    ],
    ['a key address in the header', () => sign(valid(), { jku: 'https://attacker.example/keys' }, pair().privateKey)],
    ['the audience of another service', () => sign({ ...valid(), aud: 'oauth' }, {})],
    ['another type of token', () => sign(valid(), { typ: 'JWT' })],
    ['an issuer that is not the signer', () => sign({ ...valid(), iss: 'collector' }, {})],
    ['an end that has passed', () => sign({ ...valid(), iat: 1_700_000_000, exp: 1_700_000_060 }, {})],
    ['no end', () => sign({ ...valid(), exp: undefined }, {})],
    ['a life of an hour', () => sign({ ...valid(), iat: valid().iat - 3_600, exp: valid().iat + 3_600 }, {})],
    ['an end far ahead', () => sign({ ...valid(), exp: valid().iat + 3_600 }, {})],
    ['a start in the future', () => sign({ ...valid(), iat: valid().iat + 120, exp: valid().iat + 180 }, {})],
    ['several audiences', () => sign({ ...valid(), aud: ['accounts', 'oauth'] }, {})],
    ['a certificate chain in the header', () => sign(valid(), { x5c: ['MIIB'] }, pair().privateKey)],
    ['a critical extension that nobody knows', () => signCritical()],
    [
      'a service that speaks for a member',
      () => sign({ ...valid(), iss: 'collector' }, { kid: 'collector' }, collector.privateKey),
    ],
    [
      'a service that speaks for another service',
      () =>
        sign(
          { ...valid(), kind: 'service', sub: 'oauth', iss: 'collector' },
          { kid: 'collector' },
          collector.privateKey,
        ),
    ],
    ['a role that does not exist', () => sign({ ...valid(), role: 'root' }, {})],
    ['nonsense', () => 'x.y.z'],
  ])('are refused with %s', async (_what, forge) => {
    await expect(verifier().verify(await forge())).rejects.toMatchObject({ code: 'request.unauthenticated' });
  });
});

/** The library refuses to sign this, so the header is put in by hand. */
function signCritical(): string {
  const header = { alg: 'EdDSA', typ: identityType, kid: 'gateway', crit: ['exp-free'], 'exp-free': true };
  const content = `${b64(header)}.${b64(valid())}`;
  return `${content}.${signBytes(null, Buffer.from(content), gateway.privateKey).toString('base64url')}`;
}

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
