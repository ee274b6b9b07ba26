import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * `X-Hub-Signature-256: sha256=<hex>` over the raw body with the app secret (Meta, "Webhooks"). It carries no time, so what
 * happened when has to be read from the message. Several secrets may be live during a rotation.
 */
export function verifyHubSignature(header: string | undefined, rawBody: Buffer, secrets: readonly string[]): boolean {
  const [, hex] = /^sha256=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  return secrets.some((secret) => timingSafeEqual(given, createHmac('sha256', secret).update(rawBody).digest()));
}
