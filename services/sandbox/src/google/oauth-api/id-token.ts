import { createHash, createHmac } from 'node:crypto';
import type { FaultDetail } from '../../box/faults';
import { ISSUER, type Google } from '../google';
import type { GooglePerson } from '../people';
import { EMAIL, PROFILE } from '../scopes';
import { unsigned } from '../signing-keys';

const LIFE_SECONDS = 3_600;

export interface IdTokenOf {
  person: GooglePerson;
  clientId: string;
  scopes: readonly string[];
  access: string;
  nonce?: string | undefined;
}

/** Who consented, signed RS256; a fault makes one that has to be refused (security OC-10). [K] */
export function idToken(
  { box, people, keys }: Google,
  { person, clientId, scopes, access, nonce }: IdTokenOf,
  fault?: FaultDetail<'wrong_id_token'>,
): string | undefined {
  const now = box.clock.told(box.clock.now());
  const { persona, identity } = person;
  const payload = {
    iss: ISSUER,
    azp: clientId,
    aud: clientId,
    sub: people.sub(identity),
    at_hash: createHash('sha256').update(access).digest().subarray(0, 16).toString('base64url'),
    iat: now,
    exp: now + LIFE_SECONDS,
    ...(scopes.includes(EMAIL) ? { email: persona.email, email_verified: true } : {}),
    ...(scopes.includes(PROFILE) ? { name: identity.name } : {}),
    ...(nonce === undefined ? {} : { nonce }),
  };
  switch (fault?.claim) {
    case undefined:
      return keys.sign(payload);
    case 'missing':
      return undefined;
    case 'alg_none':
      return unsigned(payload);
    case 'alg_hs256':
      return withPublicKeyAsSecret(keys.jwks(), payload);
    case 'signature':
      return keys.sign(payload, 'a key that stands in no set');
    case 'exp':
      return keys.sign({ ...payload, iat: now - 2 * LIFE_SECONDS, exp: now - LIFE_SECONDS });
    case 'aud':
      return keys.sign({ ...payload, aud: `another-${clientId}` });
    case 'azp':
      return keys.sign({ ...payload, azp: `another-${clientId}`, aud: [clientId, `another-${clientId}`] });
    case 'iss':
      return keys.sign({ ...payload, iss: 'https://accounts.example' });
    case 'nonce':
      return keys.sign({ ...payload, nonce: 'of another login' });
    case 'sub':
      return keys.sign({ ...payload, sub: `${payload.sub.slice(0, -1)}0` });
  }
}

/** The trick that works on clients which let the token choose its algorithm (RFC 8725, 2.1). */
function withPublicKeyAsSecret({ keys: [key] }: { keys: { n?: string; kid?: unknown }[] }, payload: object): string {
  const header = { alg: 'HS256', typ: 'JWT', kid: key?.kid };
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createHmac('sha256', key?.n ?? '')
    .update(text)
    .digest('base64url')}`;
}
