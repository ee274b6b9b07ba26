import { Controller } from '@nestjs/common';
import { InfluencerDataErased, InfluencerErased, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes, Outbox } from '@creator-connect/messaging';
import { rememberErased, type Tx } from '@creator-connect/persistence';
import { IncidentRepository } from '../../incidents/persistence/incident.repository';
import { MessageRepository } from '../../messages/persistence/message.repository';
import { NoticeRepository } from '../../notices/persistence/notice.repository';
import { AddresseeRepository } from '../persistence/addressee.repository';

/** Nothing is left that says that this person was ever written to, and nothing more is sent. */
@Controller()
export class EraseInfluencer {
  constructor(
    private readonly messages: MessageRepository,
    private readonly incidents: IncidentRepository,
    private readonly addressees: AddresseeRepository,
    private readonly notices: NoticeRepository,
    private readonly outbox: Outbox,
  ) {}

  @Consumes(InfluencerErased)
  async erase({ data: { organisationId, influencerId } }: EventEnvelope<InfluencerErased>, tx: Tx): Promise<void> {
    await rememberErased(tx, organisationId, influencerId);
    // Messages first: they refer to their incident.
    await this.messages.erase(tx, influencerId);
    await this.incidents.erase(tx, influencerId);
    await this.addressees.erase(tx, influencerId);
    await this.notices.erase(tx, influencerId);
    const erased = {
      organisationId,
      influencerId,
      service: 'notifications' as const,
      erasedAt: new Date().toISOString(),
    };
    await this.outbox.add(tx, InfluencerDataErased, erased, { aggregateVersion: 1 });
  }
}
