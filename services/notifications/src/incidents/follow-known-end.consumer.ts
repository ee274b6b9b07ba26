import { Controller } from '@nestjs/common';
import { AccountAuthorized, AuthExpiring, AuthExtended, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { MessageRepository } from '../messages/persistence/message.repository';
import { isWorthAMail } from './domain/ladder';
import { IncidentRepository } from './persistence/incident.repository';

/**
 * Follows the grant itself up to its known end: the account stays AUTHENTICATED meanwhile, so accounts has nothing to
 * tell. Once the end has come, the same incident goes on with what accounts says.
 */
@Controller()
export class FollowKnownEnd {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly messages: MessageRepository,
  ) {}

  @Consumes(AuthExpiring)
  async expiring({ id, data }: EventEnvelope<AuthExpiring>, tx: Tx): Promise<void> {
    const influencerId = await currentInfluencer(tx, data.influencerId);
    if (!influencerId) return;
    const incidentId = await this.incidents.foresee(tx, { ...data, influencerId });
    if (!incidentId || !isWorthAMail(data, new Date())) return;
    const dedupeKey = `${id}:expiring`;
    const mail = { ...about(data), influencerId, kind: 'expiring' as const, dedupeKey, incidentId };
    const queued = await this.messages.queue(tx, mail);
    // An earlier step that still waits for the mail server is overtaken; nothing is when this event merely comes again.
    if (queued) await this.messages.cancelExpiring(tx, incidentId, dedupeKey);
  }

  @Consumes(AuthExtended)
  async extended({ data }: EventEnvelope<AuthExtended>, tx: Tx): Promise<void> {
    await this.#close(tx, data.accountId, data.grantVersion);
  }

  /** Renewed in time: the account does not change its state, so nobody else will say that all is well again. */
  @Consumes(AccountAuthorized)
  async authorized({ id, data }: EventEnvelope<AccountAuthorized>, tx: Tx): Promise<void> {
    const closed = await this.#close(tx, data.accountId, data.grantVersion - 1);
    const influencerId = await currentInfluencer(tx, data.influencerId);
    if (!closed || !influencerId) return;
    const dedupeKey = `${id}:authenticated`;
    await this.messages.queue(tx, { ...about(data), influencerId, kind: 'authenticated', dedupeKey });
  }

  async #close(tx: Tx, accountId: string, upToGrantVersion: number): Promise<boolean> {
    const closed = await this.incidents.closeForeseen(tx, accountId, upToGrantVersion);
    if (closed) await this.messages.cancelOfIncident(tx, closed);
    return closed !== undefined;
  }
}

const about = (data: { organisationId: string; influencerId: string; accountId: string }) => ({
  organisationId: data.organisationId,
  influencerId: data.influencerId,
  accountIds: [data.accountId],
});
