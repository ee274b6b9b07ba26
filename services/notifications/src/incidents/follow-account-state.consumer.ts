import { Controller } from '@nestjs/common';
import {
  AccountRemoved,
  AccountStateChanged,
  pausedCause,
  resumedCause,
  type EventEnvelope,
} from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { MessageRepository } from '../messages/persistence/message.repository';
import { reminderDays } from './domain/ladder';
import { IncidentRepository } from './persistence/incident.repository';

/**
 * One incident per account: opened by a known end or by REAUTH, closed by repair or by the person (ADR 18). A lapse is followed at
 * the accounts service and not at the grant itself, because a mail's link can only be minted once the account is known to
 * need it.
 */
@Controller()
export class FollowAccountState {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly messages: MessageRepository,
  ) {}

  @Consumes(AccountStateChanged)
  async handle(told: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    // Of somebody who is gone already: it was on its way by another topic than the erasure.
    const influencerId = await currentInfluencer(tx, told.data.influencerId);
    if (!influencerId) return;
    const event = { ...told, data: { ...told.data, influencerId } };
    const { data } = event;
    // Nobody is reminded of an account that its owner paused; once they go on, of one that has lapsed meanwhile.
    if (data.cause === pausedCause) return this.#close(tx, data.accountId);
    const resumed = data.cause === resumedCause;
    // Only marketplace or tracking changed: nothing to tell about the authorization.
    if (data.from === data.to && !(resumed && data.to === 'REAUTH')) return;
    if (data.to === 'REAUTH') return data.paused ? this.#close(tx, data.accountId) : this.#open(event, tx);

    await this.#close(tx, data.accountId);
    if (data.to === 'NON_AUTH') return this.#queue(event, tx, 'revoked', event.id);
    // Named after the authorization behind it: whoever hears of that one directly must not send the mail again.
    await this.#queue(event, tx, 'authenticated', event.causationid ?? event.id);
  }

  /** Nobody is reminded of an account that the organisation no longer has. */
  @Consumes(AccountRemoved)
  removed({ data }: EventEnvelope<AccountRemoved>, tx: Tx): Promise<void> {
    return this.#close(tx, data.accountId);
  }

  async #close(tx: Tx, accountId: string): Promise<void> {
    const closed = await this.incidents.close(tx, accountId);
    if (closed) await this.messages.cancelOfIncident(tx, closed);
  }

  async #open({ id, data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    const { organisationId, influencerId, accountId } = data;
    const incidentId = await this.incidents.open(tx, data);
    await this.messages.cancelExpiring(tx, incidentId);
    for (const inDays of reminderDays) {
      await this.messages.queue(tx, {
        organisationId,
        influencerId,
        accountIds: [accountId],
        kind: 'reauth',
        dedupeKey: `${id}:${inDays}`,
        incidentId,
        inDays,
      });
    }
  }

  async #queue(
    { data }: EventEnvelope<AccountStateChanged>,
    tx: Tx,
    kind: 'authenticated' | 'revoked',
    causeId: string,
  ): Promise<void> {
    const { organisationId, influencerId, accountId } = data;
    await this.messages.queue(tx, {
      organisationId,
      influencerId,
      accountIds: [accountId],
      kind,
      dedupeKey: `${causeId}:${kind}`,
    });
  }
}
