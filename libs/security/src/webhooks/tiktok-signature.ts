import { createHmac, timingSafeEqual } from 'node:crypto';

const pastSeconds = 72 * 3600;
const futureSeconds = 300;

/**
 * `TikTok-Signature: t=<seconds>,s=<hex>` over `t.body` with the client secret (TikTok for Developers, "Webhooks"). TikTok
 * retries for 72 hours, so that is how old `t` may be; a replay store has to remember longer. The body is the raw bytes.
 */
export function verifyTikTokSignature(
  header: string | undefined,
  rawBody: Buffer,
  secrets: readonly string[],
  now: Date = new Date(),
): boolean {
  if (!header || header.length > 500) return false;
  const fields = header.split(',').map((field) => field.trim().split('='));
  const times = fields.filter(([name]) => name === 't');
  const signatures = fields.filter(([name]) => name === 's');
  if (fields.length !== 2 || times.length !== 1 || signatures.length !== 1) return false;
  const [time, signature] = [times[0]![1] ?? '', signatures[0]![1] ?? ''];
  if (!/^\d{1,12}$/.test(time) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  const age = now.getTime() / 1000 - Number(time);
  if (age > pastSeconds || age < -futureSeconds) return false;
  const given = Buffer.from(signature, 'hex');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest();
    return timingSafeEqual(given, expected);
  });
}
