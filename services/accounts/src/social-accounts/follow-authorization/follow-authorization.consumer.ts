import { Controller } from '@nestjs/common';
import {
  AccountAuthorized,
  AuthExpired,
  AuthExpiring,
  AuthExtended,
  AuthRevoked,
  PermissionsChanged,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { CloseRequests } from '../../authorization-requests/close-requests';
import { afterGrantFact } from '../domain/account-status';
import { RecordFact, revokedCause, type Fact } from '../record-fact';

const actorOf = { person: 'person', organisation: 'admin', platform: 'platform' } as const;

/** What the oauth service says of a grant decides the state of its account. */
@Controller()
export class FollowAuthorization {
  constructor(
    private readonly facts: RecordFact,
    private readonly requests: CloseRequests,
  ) {}

  @Consumes(AccountAuthorized)
  async authorized({ id, data }: EventEnvelope<AccountAuthorized>, tx: Tx): Promise<void> {
    const { accountId, influencerId, grantVersion } = data;
    const ends = [data.tokenExpiresAt, data.dataAccessExpiresAt].filter((end) => end !== null).sort();
    const recorded = await this.facts.record(tx, {
      accountId,
      influencerId,
      eventId: id,
      cause: 'authorized',
      actor: 'person',
      at: data.authorizedAt,
      decide: (now) => afterGrantFact(now, { kind: 'authorized', grantVersion }),
      details: {
        authorizedAt: new Date(data.authorizedAt),
        grantEndsAt: ends[0] ? new Date(ends[0]) : null,
        missingScopes: data.missingScopes,
      },
    });
    if (recorded && recorded.outcome !== 'ignored') await this.requests.itemDone(tx, recorded.account);
  }

  @Consumes(AuthExpired)
  async expired({ id, data }: EventEnvelope<AuthExpired>, tx: Tx): Promise<void> {
    const { accountId, influencerId, cause, rule, grantVersion, observedAt: at } = data;
    const decide = (now: Parameters<typeof afterGrantFact>[0]) =>
      afterGrantFact(now, { kind: 'expired', grantVersion });
    await this.facts.record(tx, { accountId, influencerId, eventId: id, cause, rule, actor: 'platform', at, decide });
  }

  @Consumes(AuthRevoked)
  async revoked({ id, data }: EventEnvelope<AuthRevoked>, tx: Tx): Promise<void> {
    const { accountId, influencerId, grantVersion, revokedAt: at, orderId } = data;
    const decide = (now: Parameters<typeof afterGrantFact>[0]) =>
      afterGrantFact(now, { kind: 'revoked', grantVersion });
    // Neither the organisation nor the person should read that they did what an operator did.
    const who = orderId
      ? ({ cause: 'revoked_by_operator', actor: 'system', rule: `order.${orderId}` } as const)
      : { cause: revokedCause(data.cause), actor: actorOf[data.by], rule: data.cause };
    await this.facts.record(tx, { accountId, influencerId, eventId: id, ...who, at, decide });
  }

  @Consumes(PermissionsChanged)
  permissionsChanged({ id, data }: EventEnvelope<PermissionsChanged>, tx: Tx): Promise<void> {
    const details = { missingScopes: data.missingScopes };
    return this.#note(tx, id, data, { cause: 'permissions_changed', at: data.observedAt, details });
  }

  @Consumes(AuthExpiring)
  expiring({ id, data, time }: EventEnvelope<AuthExpiring>, tx: Tx): Promise<void> {
    const details = { grantEndsAt: new Date(data.endsAt) };
    return this.#note(tx, id, data, { cause: 'expiring', at: time, details });
  }

  @Consumes(AuthExtended)
  extended({ id, data }: EventEnvelope<AuthExtended>, tx: Tx): Promise<void> {
    const details = { grantEndsAt: data.endsAt === null ? null : new Date(data.endsAt) };
    return this.#note(tx, id, data, { cause: 'extended', at: data.observedAt, details });
  }

  /** News about the current grant that changes no state. */
  async #note(
    tx: Tx,
    eventId: string,
    { accountId, influencerId, grantVersion }: { accountId: string; influencerId: string; grantVersion: number },
    news: Pick<Fact, 'cause' | 'at' | 'details'>,
  ): Promise<void> {
    await this.facts.record(tx, {
      accountId,
      influencerId,
      eventId,
      actor: 'platform',
      ...news,
      decide: (now) =>
        now.grantVersion === grantVersion && now.authState === 'AUTHENTICATED'
          ? { outcome: 'confirmed', next: now }
          : { outcome: 'ignored', reason: 'stale_grant' },
    });
  }
}
