import { Injectable } from '@nestjs/common';
import type { Tx } from '@creator-connect/persistence';
import { IncidentRepository } from '../../incidents/persistence/incident.repository';
import { MessageRepository } from '../../messages/persistence/message.repository';
import { NoticeRepository } from '../../notices/persistence/notice.repository';
import { AddresseeRepository } from '../persistence/addressee.repository';

/** Nothing is left that says that this person was ever written to. */
@Injectable()
export class ForgetInfluencer {
  constructor(
    private readonly messages: MessageRepository,
    private readonly incidents: IncidentRepository,
    private readonly addressees: AddresseeRepository,
    private readonly notices: NoticeRepository,
  ) {}

  async all(tx: Tx, influencerId: string): Promise<void> {
    // Messages first: they refer to their incident.
    await this.messages.erase(tx, influencerId);
    await this.incidents.erase(tx, influencerId);
    await this.addressees.erase(tx, influencerId);
    await this.notices.erase(tx, influencerId);
  }
}
