import { Controller } from '@nestjs/common';
import {
  InviteAccepted,
  InviteExpired,
  InviteRejected,
  InviteSent,
  MarketplaceStatusChanged,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { afterMarketplaceFact, type MarketplaceFact } from '../domain/account-status';
import { RecordFact } from '../record-fact';

/** What the ttcm service learns about a TikTok account's membership. */
@Controller()
export class FollowMarketplace {
  constructor(private readonly facts: RecordFact) {}

  @Consumes(InviteSent)
  sent({ id, data }: EventEnvelope<InviteSent>, tx: Tx): Promise<void> {
    return this.#record(tx, id, data.accountId, 'marketplace_invited', data.sentAt, 'invite_sent', 'INVITED');
  }

  @Consumes(InviteAccepted)
  accepted({ id, data }: EventEnvelope<InviteAccepted>, tx: Tx): Promise<void> {
    return this.#record(tx, id, data.accountId, 'marketplace_joined', data.acceptedAt, 'invite_accepted', 'TTCM');
  }

  @Consumes(InviteRejected)
  rejected({ id, data }: EventEnvelope<InviteRejected>, tx: Tx): Promise<void> {
    return this.#record(tx, id, data.accountId, 'marketplace_rejected', data.rejectedAt, 'invite_ended', 'NON_TTCM');
  }

  @Consumes(InviteExpired)
  expired({ id, data }: EventEnvelope<InviteExpired>, tx: Tx): Promise<void> {
    return this.#record(
      tx,
      id,
      data.accountId,
      'marketplace_invite_expired',
      data.expiredAt,
      'invite_ended',
      'NON_TTCM',
    );
  }

  @Consumes(MarketplaceStatusChanged)
  changed({ id, data }: EventEnvelope<MarketplaceStatusChanged>, tx: Tx): Promise<void> {
    return this.#record(tx, id, data.accountId, 'marketplace_status', data.observedAt, 'status', data.to);
  }

  async #record(
    tx: Tx,
    eventId: string,
    accountId: string,
    cause: string,
    at: string,
    kind: MarketplaceFact['kind'],
    to: MarketplaceFact['to'],
  ): Promise<void> {
    const decide = (now: Parameters<typeof afterMarketplaceFact>[0]) =>
      afterMarketplaceFact(now, { kind, to, at: new Date(at) });
    await this.facts.record(tx, { accountId, eventId, cause, actor: 'platform', at, decide });
  }
}
