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
