import type { Box } from '../box/box';
import { hmac } from '../box/secrets';
import type { TikTokPeople } from './people';
import type { RemovalReason } from './tiktok.state';

/** `authorization.removed`: `content` is JSON within a JSON string; the signature covers `t.body` (platforms.md 4.5). [TTD] */
export function sendAuthorizationRemoved(
  box: Box,
  people: TikTokPeople,
  personaId: string,
  reason: RemovalReason,
): void {
  const persona = box.world.inhabitants.tiktok(personaId);
  if (!persona) return;
  const at = box.clock.told(box.clock.now());
  const body = JSON.stringify({
    client_key: box.registrations.tiktok.clientKey,
    event: 'authorization.removed',
    create_time: at,
    user_openid: people.openId(persona),
    content: JSON.stringify({ reason }),
  });
  void box.callbacks.send({
    platform: 'tiktok',
    kind: 'authorization.removed',
    persona: personaId,
    url: box.registrations.tiktok.webhookUrl,
    secret: box.registrations.tiktok.clientSecret,
    sign: (secret) => ({
      headers: {
        'content-type': 'application/json',
        'tiktok-signature': `t=${at},s=${hmac(secret, `${at}.${body}`).toString('hex')}`,
      },
      body,
    }),
  });
}
