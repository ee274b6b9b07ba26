import { AppError, requestErrors } from '@creator-connect/contracts';
import { allows, type Identity } from '@creator-connect/security';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Caller } from '../edge/caller';
import { Callers, type Credentials } from '../edge/callers';
import { throttled } from '../limits/limits';
import { LiveBuffer } from './live-buffer';
import type { Audience } from './live-event';
import type { LiveStream } from './live-stream';

const heartbeatMilliseconds = 15_000;
/** With the cache's interval this stays under the second in which a revocation must be felt. */
export const checkMilliseconds = 200;
const maxStreamsPerCaller = 20;

export interface StreamRequest {
  lastEventId: string | undefined;
  /** Called once nothing can be refused any more. */
  start(): LiveStream;
}

/** Keeps streams open as long as their callers may see what they asked for, and no second longer. */
@Injectable()
export class LiveUpdates implements BeforeApplicationShutdown {
  readonly buffer = new LiveBuffer();
  private readonly open = new Set<() => void>();
  private readonly perCaller = new Map<string, number>();

  constructor(private readonly callers: Callers) {}

  /** Returns at once; the stream lives on until the caller leaves or loses the right to it. */
  follow(caller: Caller, credentials: Credentials, request: StreamRequest): () => void {
    const identity = identityOf(caller);
    const audience = audienceOf(identity);
    this.count(identity.sub);
    const { lastEventId } = request;
    const stream = request.start();
    if (lastEventId !== undefined) {
      const missed = this.buffer.since(lastEventId, audience);
      if (missed) for (const event of missed) stream.send(event);
      else stream.reset();
    }
    const unsubscribe = this.buffer.subscribe(audience, (event) => stream.send(event));
    const heartbeat = setInterval(() => stream.heartbeat(), heartbeatMilliseconds);
    const check = setInterval(
      () => void this.stillAllowed(credentials, identity).then((yes) => yes || close()),
      checkMilliseconds,
    );
    const close = (): void => {
      if (!this.open.delete(close)) return;
      clearInterval(heartbeat);
      clearInterval(check);
      unsubscribe();
      this.uncount(identity.sub);
      stream.end();
    };
    this.open.add(close);
    return close;
  }

  beforeApplicationShutdown(): void {
    for (const close of this.open) close();
  }

  /** Also false when it can't be found out: a page comes back by itself, and a removed person must not stay. */
  private async stillAllowed(credentials: Credentials, identity: Identity): Promise<boolean> {
    try {
      const caller = await this.callers.of(credentials, { inUse: false });
      const now = caller.kind === 'anonymous' ? undefined : caller.identity;
      return now?.sub === identity.sub && now.org === identity.org && now.role === identity.role;
    } catch {
      return false;
    }
  }

  private count(sub: string): void {
    const streams = this.perCaller.get(sub) ?? 0;
    if (streams >= maxStreamsPerCaller) throw throttled(5_000);
    this.perCaller.set(sub, streams + 1);
  }

  private uncount(sub: string): void {
    const left = (this.perCaller.get(sub) ?? 1) - 1;
    if (left > 0) this.perCaller.set(sub, left);
    else this.perCaller.delete(sub);
  }
}

function identityOf(caller: Caller): Identity & { org: string } {
  const identity = caller.kind === 'anonymous' ? undefined : caller.identity;
  if (!identity?.org || !allows(identity, 'events:read')) throw new AppError(requestErrors.forbidden);
  return { ...identity, org: identity.org };
}

function audienceOf(identity: Identity & { org: string }): Audience {
  if (identity.kind === 'member' || identity.kind === 'api_key') return { organisationId: identity.org };
  if (!identity.influencer) throw new AppError(requestErrors.forbidden);
  return { organisationId: identity.org, influencerId: identity.influencer };
}
