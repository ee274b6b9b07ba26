import { sha256, verifyHubSignature } from '@creator-connect/security';
import { z } from 'zod';
import { parseJson } from './parse-json';
import type { WebhookSecrets } from './webhook-secrets';

export interface PermissionChange {
  personId: string;
  occurredAt: Date;
  identity: string;
}

/** Where Meta tells of people and of what they allow; other objects are none of our business (platforms.md 1.15). */
const aboutPeople: ReadonlySet<string> = new Set(['permissions', 'user']);
/** Meta tries again for 36 hours; what is older was looked at long ago by the sweep. */
const pastMs = 72 * 3_600_000;

const noticeSchema = z.object({
  object: z.string().max(100),
  entry: z
    .array(
      z.object({
        id: z.union([z.string().min(1).max(100), z.number().int()]).transform(String),
        time: z.number().int().positive(),
      }),
    )
    .max(1_000),
});

/**
 * Whose permissions changed, by a notice that our app secret signed over exactly these bytes. Undefined for anything else.
 * What changed is not read: a look at the platform tells what is granted now.
 */
export function permissionChanges(
  body: Buffer,
  signature: string | string[] | undefined,
  secrets: WebhookSecrets,
  now = new Date(),
): PermissionChange[] | undefined {
  if (typeof signature !== 'string' || !verifyHubSignature(signature, body, secrets.meta)) return undefined;
  const notice = noticeSchema.safeParse(parseJson(body.toString('utf8'))).data;
  if (!notice || !aboutPeople.has(notice.object)) return [];
  const delivered = sha256(body.toString('latin1')).toString('hex');
  const latest = new Map(notice.entry.map(({ id, time }) => [id, time * 1_000]));
  return [...latest]
    .filter(([, at]) => at > now.getTime() - pastMs)
    .map(([personId, at]) => ({
      personId,
      occurredAt: new Date(Math.min(at, now.getTime())),
      identity: `${delivered}:${personId}`,
    }));
}
