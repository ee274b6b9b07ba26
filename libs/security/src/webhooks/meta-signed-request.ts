import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const payloadSchema = z.object({
  algorithm: z.string(),
  issued_at: z.number().int(),
  user_id: z.string().min(1).max(100).optional(),
  profile_id: z.string().min(1).max(100).optional(),
});

export interface MetaSignedRequest {
  /** The person, as Meta names them for our app. */
  userId: string | undefined;
  profileId: string | undefined;
  issuedAt: Date;
}

const part = /^[\w-]{1,20000}$/;
const futureSeconds = 300;
/** Older than any retry; a request that somebody kept must not end a grant that was given since. */
const pastSeconds = 72 * 3600;

/**
 * Meta's `signed_request` (Meta, "Data deletion request callback"): `base64url(signature).base64url(json)`, where the
 * HMAC-SHA256 is over the *encoded* payload. Undefined for anything that is not exactly right; several secrets may be
 * live during a rotation.
 */
export function verifyMetaSignedRequest(
  signedRequest: string,
  secrets: readonly string[],
  now: Date = new Date(),
): MetaSignedRequest | undefined {
  const parts = signedRequest.split('.');
  const [signature, payload] = parts;
  if (parts.length !== 2 || !signature || !payload || !part.test(signature) || !part.test(payload)) return undefined;
  const given = Buffer.from(signature, 'base64url');
  const signed = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(payload).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!signed) return undefined;
  const content = read(payload);
  if (content?.algorithm.toUpperCase() !== 'HMAC-SHA256') return undefined;
  const age = now.getTime() / 1000 - content.issued_at;
  if (age > pastSeconds || age < -futureSeconds) return undefined;
  return {
    userId: content.user_id,
    profileId: content.profile_id,
    issuedAt: new Date(content.issued_at * 1000),
  };
}

function read(payload: string): z.infer<typeof payloadSchema> | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
