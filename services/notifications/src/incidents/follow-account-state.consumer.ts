import { Controller } from '@nestjs/common';
import { AccountRemoved, AccountStateChanged, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { reminderDays, type MessageKind } from '../messages/domain/message-kind';
import { MessageRepository } from '../messages/persistence/message.repository';
import { IncidentRepository } from './persistence/incident.repository';

/**
 * One incident per account: opened by REAUTH, closed by repair or by the person. It follows the accounts service and not
 * the grant itself, because a mail's link can only be minted once the account is known to need it.
 */
@Controller()
export class FollowAccountState {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly messages: MessageRepository,
  ) {}

  @Consumes(AccountStateChanged)
  async handle(event: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    const { data } = event;
    // Only marketplace or tracking changed: nothing to tell about the authorization.
    if (data.from === data.to) return;
    if (data.to === 'REAUTH') return this.#open(event, tx);

    await this.#close(tx, data.accountId);
    await this.#queue(event, tx, data.to === 'AUTHENTICATED' ? 'authenticated' : 'revoked');
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

  async #open({ data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    const { organisationId, influencerId, accountId } = data;
    const incidentId = await this.incidents.open(tx, data, data.cause);
    for (const inDays of reminderDays) {
      await this.messages.queue(tx, {
        organisationId,
        influencerId,
        accountIds: [accountId],
        kind: 'reauth',
        dedupeKey: `${incidentId}:${inDays}`,
        incidentId,
        inDays,
      });
    }
  }

  async #queue({ id, data }: EventEnvelope<AccountStateChanged>, tx: Tx, kind: MessageKind): Promise<void> {
    const { organisationId, influencerId, accountId } = data;
    await this.messages.queue(tx, {
      organisationId,
      influencerId,
      accountIds: [accountId],
      kind,
      dedupeKey: `${id}:${kind}`,
    });
  }
}
