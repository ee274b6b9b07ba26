import { verifyMetaSignedRequest, verifyTikTokSignature } from '@creator-connect/security';
import { z } from 'zod';
import { parseJson } from './parse-json';
import type { WebhookSecrets } from './webhook-secrets';

export interface MetaMessage {
  delivered: string;
  personId: string | undefined;
  occurredAt: Date;
}

export interface TikTokMessage {
  delivered: string;
  event: string;
  personId: string;
  occurredAt: Date;
  /** 0 when the platform gives none. */
  reason: number;
}

const tiktokEvent = z.object({
  client_key: z.string(),
  event: z.string().max(200),
  create_time: z.number().int().positive(),
  user_openid: z.string().min(1).max(200),
  /** JSON inside a JSON string. */
  content: z.string().max(10_000),
});
const tiktokContent = z.object({ reason: z.number().int() });

/** A message of Meta's that our app secret signed. Undefined for anything else. */
export function metaMessage(body: Buffer, secrets: WebhookSecrets, now = new Date()): MetaMessage | undefined {
  const [delivered, ...others] = new URLSearchParams(body.toString('utf8')).getAll('signed_request');
  if (delivered === undefined || others.length > 0) return undefined;
  const verified = verifyMetaSignedRequest(delivered, secrets.meta, now);
  return verified && { delivered, personId: verified.userId, occurredAt: verified.issuedAt ?? now };
}

/** A message of TikTok's for our app, signed over exactly these bytes. Undefined for anything else. */
export function tiktokMessage(
  body: Buffer,
  signature: string | string[] | undefined,
  secrets: WebhookSecrets,
  now = new Date(),
): TikTokMessage | undefined {
  if (typeof signature !== 'string' || !verifyTikTokSignature(signature, body, secrets.tiktok, now)) return undefined;
  const delivered = body.toString('utf8');
  const event = tiktokEvent.safeParse(parseJson(delivered)).data;
  if (!event || event.client_key !== secrets.tiktokClientKey) return undefined;
  return {
    delivered,
    event: event.event,
    personId: event.user_openid,
    occurredAt: new Date(event.create_time * 1000),
    reason: tiktokContent.safeParse(parseJson(event.content)).data?.reason ?? 0,
  };
}
