import { Controller } from '@nestjs/common';
import {
  AccountAuthorized,
  AuthExpired,
  AuthRevoked,
  PermissionsChanged,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { CloseRequests } from '../../authorization-requests/close-requests';
import { afterGrantFact } from '../domain/account-status';
import { RecordFact, revokedCause } from '../record-fact';

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
    const { accountId, grantVersion } = data;
    const ends = [data.tokenExpiresAt, data.dataAccessExpiresAt].filter((end) => end !== null).sort();
    const account = await this.facts.record(tx, {
      accountId,
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
    if (account) await this.requests.itemDone(tx, account);
  }

  @Consumes(AuthExpired)
  async expired({ id, data }: EventEnvelope<AuthExpired>, tx: Tx): Promise<void> {
    const { accountId, cause, rule, grantVersion, observedAt: at } = data;
    const decide = (now: Parameters<typeof afterGrantFact>[0]) =>
      afterGrantFact(now, { kind: 'expired', grantVersion });
    await this.facts.record(tx, { accountId, eventId: id, cause, rule, actor: 'platform', at, decide });
  }

  @Consumes(AuthRevoked)
  async revoked({ id, data }: EventEnvelope<AuthRevoked>, tx: Tx): Promise<void> {
    const { accountId, grantVersion, revokedAt: at } = data;
    const decide = (now: Parameters<typeof afterGrantFact>[0]) =>
      afterGrantFact(now, { kind: 'revoked', grantVersion });
    const [cause, actor] = [revokedCause(data.cause), actorOf[data.by]];
    await this.facts.record(tx, { accountId, eventId: id, cause, actor, at, decide });
  }

  @Consumes(PermissionsChanged)
  async permissionsChanged({ id, data }: EventEnvelope<PermissionsChanged>, tx: Tx): Promise<void> {
    await this.facts.record(tx, {
      accountId: data.accountId,
      eventId: id,
      cause: 'permissions_changed',
      actor: 'person',
      at: data.observedAt,
      decide: (now) =>
        now.grantVersion === data.grantVersion
          ? { outcome: 'confirmed', next: now }
          : { outcome: 'ignored', reason: 'stale_grant' },
      details: { missingScopes: data.missingScopes },
    });
  }
}
