import { compactVerify, type CryptoKey, errors, type JWSHeaderParameters } from 'jose';
import { z } from 'zod';
import type { PublishedKeys } from './published-keys';

/** RFC 8935, section 2.4: why a recipient does not take a security event token. */
export type SetErrorCode =
  'invalid_request' | 'invalid_key' | 'invalid_issuer' | 'invalid_audience' | 'authentication_failed';

/** The token is not what it should be, and will not be when it comes again. */
export class SecurityEventRefused extends Error {
  constructor(
    readonly err: SetErrorCode,
    readonly description: string,
  ) {
    super(description);
  }
}

export interface SecurityEventToken {
  issuer: string;
  /** `jti`: unique for the issuer; the same again is the same token. */
  id: string;
  /** `toe`, or else `iat`, and never later than now. */
  occurredAt: Date;
  /** Payloads by the URI of the event's type. */
  events: Readonly<Record<string, unknown>>;
}

export interface SecurityEventRules {
  keys: PublishedKeys;
  /** Compared exactly. */
  issuers: readonly string[];
  /** Our name at the sender. */
  audience: string;
  /** An older one is refused: what came before it is not remembered, so it might be a repetition. */
  maxAgeMs: number;
  now?: Date;
}

const compact = /^[\w-]{1,2000}\.[\w-]{1,40000}\.[\w-]{1,2000}$/;
/** RFC 8417, section 2.3 recommends the first; senders that type nothing, or everything as JWT, are usual. */
const types: ReadonlySet<string | undefined> = new Set([
  'secevent+jwt',
  'application/secevent+jwt',
  'JWT',
  undefined,
] as const);

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number().positive(),
  toe: z.number().positive().optional(),
  jti: z.string().min(1).max(200),
  events: z.record(z.string(), z.unknown()).refine((events) => Object.keys(events).length > 0),
});

/**
 * A security event token (RFC 8417) that its sender signed with RS256 for us. It has no end of its own: what happened stays
 * true, so an `exp` is not looked at. The order follows RFC 8725: signature before content. Throws
 * {@link SecurityEventRefused}, or KeysUnavailable when nothing can be decided now.
 */
export async function verifySecurityEvent(token: string, rules: SecurityEventRules): Promise<SecurityEventToken> {
  if (!compact.test(token)) throw new SecurityEventRefused('invalid_request', 'not a signed security event token');
  const claims = claimsSchema.safeParse(parseJson(await signedPayload(token, rules.keys))).data;
  if (!claims) throw new SecurityEventRefused('invalid_request', 'claims are missing or malformed');
  if (!rules.issuers.includes(claims.iss)) throw new SecurityEventRefused('invalid_issuer', 'another issuer');
  if (![claims.aud].flat().includes(rules.audience)) {
    throw new SecurityEventRefused('invalid_audience', 'meant for another audience');
  }
  const now = (rules.now ?? new Date()).getTime();
  if (claims.iat * 1000 < now - rules.maxAgeMs) {
    throw new SecurityEventRefused('invalid_request', 'issued too long ago');
  }
  return {
    issuer: claims.iss,
    id: claims.jti,
    occurredAt: new Date(Math.min((claims.toe ?? claims.iat) * 1000, now)),
    events: claims.events,
  };
}

async function signedPayload(token: string, keys: PublishedKeys): Promise<Uint8Array> {
  try {
    const { payload } = await compactVerify(token, (header) => keyFor(header, keys), { algorithms: ['RS256'] });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed) throw new SecurityEventRefused('invalid_key', 'not signed by RS256');
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      throw new SecurityEventRefused('authentication_failed', 'the signature is wrong');
    }
    if (error instanceof errors.JOSEError) throw new SecurityEventRefused('invalid_request', 'the token is malformed');
    throw error;
  }
}

async function keyFor(header: JWSHeaderParameters, keys: PublishedKeys): Promise<CryptoKey> {
  if (!types.has(header.typ)) throw new SecurityEventRefused('invalid_request', 'a token of another type');
  // Only the published set counts: a key or an address in the header is the sender's word about itself.
  const key = await keys.find(header);
  if (!key) throw new SecurityEventRefused('invalid_key', 'signed by an unknown key');
  return key;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
