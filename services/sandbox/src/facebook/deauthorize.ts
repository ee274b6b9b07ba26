import type { Box } from '../box/box';
import type { Answer, Push } from '../box/callbacks';
import { hmac } from '../box/secrets';
import { facebookUserId } from '../world/ids';
import type { FacebookGrant } from './facebook.state';

const HOUR = 3_600;

/** `signed_request`: the HMAC is taken over the encoded payload, not over the JSON (platforms.md 1.14). [DDC] */
export function signedRequest(payload: object, secret: string): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${hmac(secret, encoded).toString('base64url')}.${encoded}`;
}

/** Meta tells the app that a person removed it. Not sent when a single permission is taken away. [K] */
export function sendDeauthorize(box: Box, grant: FacebookGrant): Promise<Answer | undefined> {
  return box.callbacks.send(push(box, grant, 'deauthorize', box.registrations.meta.deauthorizeUrl));
}

/** The person asked for the deletion of their data; the answer names a status page and a code. */
export function sendDataDeletion(box: Box, grant: FacebookGrant): Promise<Answer | undefined> {
  return box.callbacks.send(push(box, grant, 'data-deletion', box.registrations.meta.dataDeletionUrl));
}

function push(box: Box, grant: FacebookGrant, kind: 'deauthorize' | 'data-deletion', url: string | undefined): Push {
  const issuedAt = box.clock.told(box.clock.now());
  const payload = {
    algorithm: 'HMAC-SHA256',
    issued_at: issuedAt,
    expires: issuedAt + HOUR,
    user_id: facebookUserId(grant.appId, box.world.inhabitants.facebook(grant.personaId)?.number ?? 0),
  };
  return {
    platform: 'facebook',
    kind,
    persona: grant.personaId,
    url,
    secret: box.registrations.meta.appSecret,
    sign: (secret) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ signed_request: signedRequest(payload, secret) }).toString(),
    }),
  };
}
