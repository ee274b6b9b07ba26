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
import { RecordFact, type Fact } from '../record-fact';

interface Told extends Pick<MarketplaceFact, 'kind' | 'to'>, Pick<Fact, 'cause' | 'actor' | 'at'> {}

/** What the ttcm service learns about a TikTok account's membership. */
@Controller()
export class FollowMarketplace {
  constructor(private readonly facts: RecordFact) {}

  @Consumes(InviteSent)
  sent({ id, data }: EventEnvelope<InviteSent>, tx: Tx): Promise<void> {
    const [cause, at] = ['marketplace_invited', data.sentAt];
    return this.#record(tx, id, data, { kind: 'invite_sent', to: 'INVITED', cause, actor: 'admin', at });
  }

  @Consumes(InviteAccepted)
  accepted({ id, data }: EventEnvelope<InviteAccepted>, tx: Tx): Promise<void> {
    const [cause, at] = ['marketplace_joined', data.acceptedAt];
    return this.#record(tx, id, data, { kind: 'invite_accepted', to: 'TTCM', cause, actor: 'person', at });
  }

  @Consumes(InviteRejected)
  rejected({ id, data }: EventEnvelope<InviteRejected>, tx: Tx): Promise<void> {
    const [cause, at] = ['marketplace_rejected', data.rejectedAt];
    return this.#record(tx, id, data, { kind: 'invite_ended', to: 'NON_TTCM', cause, actor: 'platform', at });
  }

  @Consumes(InviteExpired)
  expired({ id, data }: EventEnvelope<InviteExpired>, tx: Tx): Promise<void> {
    const [cause, at] = ['marketplace_invite_expired', data.expiredAt];
    return this.#record(tx, id, data, { kind: 'invite_ended', to: 'NON_TTCM', cause, actor: 'system', at });
  }

  @Consumes(MarketplaceStatusChanged)
  changed({ id, data }: EventEnvelope<MarketplaceStatusChanged>, tx: Tx): Promise<void> {
    const [cause, at] = ['marketplace_status', data.observedAt];
    return this.#record(tx, id, data, { kind: 'status', to: data.to, cause, actor: 'platform', at });
  }

  async #record(
    tx: Tx,
    eventId: string,
    { accountId, influencerId }: { accountId: string; influencerId: string },
    { kind, to, ...told }: Told,
  ): Promise<void> {
    const fact = { kind, to, at: new Date(told.at) };
    const decide: Fact['decide'] = (now) => afterMarketplaceFact(now, fact);
    await this.facts.record(tx, { accountId, influencerId, eventId, ...told, decide });
  }
}
