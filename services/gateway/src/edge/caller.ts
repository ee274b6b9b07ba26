import type { AppError } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import type { LinkResolution } from '../peers/accounts.port';
import type { OpenSession } from '../sessions/sessions';

export interface Anonymous {
  kind: 'anonymous';
}

export interface SessionCaller {
  kind: 'session';
  open: OpenSession;
  /** Missing when the session works in no organisation (any more): then only the gateway's own addresses answer. */
  identity?: Identity;
  /** Why there is no identity. */
  refusal?: AppError;
  /** What the link of a link session is for; missing once that link is finished, withdrawn or expired. */
  link?: LinkResolution;
}

export interface KeyCaller {
  kind: 'api_key';
  keyId: string;
  identity: Identity;
}

/** Who makes a request, as far as the edge can tell. */
export type Caller = Anonymous | SessionCaller | KeyCaller;

export const anonymous: Anonymous = { kind: 'anonymous' };

/** The organisation of a member or of a key; creators, applicants and holders of a link come to it as guests. */
export function memberOf(caller: Caller): string | undefined {
  if (caller.kind === 'api_key') return caller.identity.org;
  return caller.kind === 'session' && caller.open.session.kind === 'member' ? caller.identity?.org : undefined;
}

/**
 * Whose share of requests one is taken from. Guests of an organisation have one of their own: a stranger needs no more than
 * the address of its form to be one, and is not to take the share of its members.
 */
export function shareOf(caller: Caller): string | undefined {
  const organisation = caller.kind === 'anonymous' ? undefined : caller.identity?.org;
  return memberOf(caller) ?? (organisation && `guests of ${organisation}`);
}
