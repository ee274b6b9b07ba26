import { YOUTUBE_DEFAULTS } from '@creator-connect/platforms';
import { SecurityEventRefused } from '@creator-connect/security';
import { z } from 'zod';
import type { TokenName } from '../grants/vault/platform-hashes';
import { type Report, revokedByPerson } from './report';

/** One event of a security event token, as far as it says anything about grants. */
export interface SecurityEvent {
  about: { personId: string } | { token: TokenName };
  report: Report;
  /** e.g. `youtube.token-revoked` */
  rule: string;
}

const prefix = 'https://schemas.openid.net/secevent/';
const doubted = { kind: 'doubted', cause: null } as const;

/** Google, "Cross-Account Protection", supported event types; `account-purged` is OpenID RISC's. */
const reports: Readonly<Record<string, Report | ((reason: string | undefined) => Report)>> = {
  'oauth/event-type/token-revoked': revokedByPerson,
  // Google ends all tokens for reasons of its own, too: no proof that the person did.
  'oauth/event-type/tokens-revoked': { kind: 'expired', cause: 'session_invalidated' },
  'risc/event-type/account-disabled': (reason) => ({
    kind: 'expired',
    cause: reason === 'hijacking' ? 'checkpointed' : 'account_gone',
  }),
  'risc/event-type/account-purged': { kind: 'expired', cause: 'account_gone' },
  'risc/event-type/account-enabled': { kind: 'restored', cause: null },
  'risc/event-type/sessions-revoked': doubted,
  'risc/event-type/account-credential-change-required': doubted,
};

const payloadSchema = z.object({
  subject: z.union([
    z.object({
      subject_type: z.literal('oauth_token'),
      token_type: z.string(),
      token_identifier_alg: z.string().max(100),
      token: z.string().min(1).max(512),
    }),
    z.object({ iss: z.string(), sub: z.string().min(1).max(255) }),
  ]),
  reason: z.string().optional(),
});

/** In any order they come: of types that are not known here there is nothing to say (RFC 8417, section 2). */
export function readSecurityEvents(events: Readonly<Record<string, unknown>>): SecurityEvent[] {
  return Object.entries(events).flatMap(([uri, payload]) => {
    const type = uri.startsWith(prefix) ? uri.slice(prefix.length) : '';
    const meaning = Object.hasOwn(reports, type) ? reports[type] : undefined;
    if (meaning === undefined) return [];
    const { data } = payloadSchema.safeParse(payload);
    const about = data && aboutOf(data.subject);
    // RFC 8935, section 2.4: a payload that does not conform to the event's definition makes the request invalid.
    if (!about) throw new SecurityEventRefused('invalid_request', 'the subject of the event is malformed');
    const report = typeof meaning === 'function' ? meaning(data.reason) : meaning;
    return [{ about, report, rule: `youtube.${type.slice(type.lastIndexOf('/') + 1)}` }];
  });
}

function aboutOf(subject: z.infer<typeof payloadSchema>['subject']): SecurityEvent['about'] | undefined {
  if (!('sub' in subject)) return { token: { alg: subject.token_identifier_alg, value: subject.token } };
  const issuers: readonly string[] = YOUTUBE_DEFAULTS.securityEventIssuers;
  return issuers.includes(subject.iss) ? { personId: subject.sub } : undefined;
}
