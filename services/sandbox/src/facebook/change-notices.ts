import { randomInt } from 'node:crypto';
import type { Box } from '../box/box';
import { hmac } from '../box/secrets';
import { facebookUserId } from '../world/ids';
import type { FacebookGrant } from './facebook.state';

const PATIENCE_MS = 10_000;

/** Meta's webhooks: nothing is sent to an address before it has echoed the challenge (platforms.md 1.15). [CODE] */
export class ChangeNotices {
  /** Addresses that answered rightly, with the token they were asked with. */
  private readonly verified = new Set<string>();

  constructor(private readonly box: Box) {}

  /** The person changed on their settings page what the app may do. [inf on shape] */
  async permissionsChanged(grant: FacebookGrant, permissions: readonly string[]): Promise<void> {
    const { appSecret, webhookUrl: url, verifyToken } = this.box.registrations.meta;
    if (url === undefined || verifyToken === undefined || !(await this.subscribe(url, verifyToken))) return;
    const number = this.box.world.inhabitants.facebook(grant.personaId)?.number ?? 0;
    const id = facebookUserId(grant.appId, number);
    const time = this.box.clock.told(this.box.clock.now());
    const entry = [{ id, time, changed_fields: [...permissions] }];
    const body = JSON.stringify({ object: 'permissions', entry });
    await this.box.callbacks.send({
      platform: 'facebook',
      kind: 'permissions',
      persona: grant.personaId,
      url,
      secret: appSecret,
      sign: (secret) => ({
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': `sha256=${hmac(secret, body).toString('hex')}`,
        },
        body,
      }),
    });
  }

  private async subscribe(url: string, verifyToken: string): Promise<boolean> {
    const key = `${url} ${verifyToken}`;
    if (this.verified.has(key)) return true;
    const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
    const address = new URL(url);
    address.searchParams.set('hub.mode', 'subscribe');
    address.searchParams.set('hub.challenge', challenge);
    address.searchParams.set('hub.verify_token', verifyToken);
    try {
      const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status !== 200 || (await answer.text()) !== challenge) return false;
    } catch {
      return false; // nobody there: as at Meta, there is no subscription then
    }
    this.verified.add(key);
    return true;
  }
}
