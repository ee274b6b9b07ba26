import { Controller } from '@nestjs/common';
import { InfluencerMerged, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { rememberMerged, type Tx } from '@creator-connect/persistence';
import { IncidentRepository } from '../../incidents/persistence/incident.repository';
import { MessageRepository } from '../../messages/persistence/message.repository';
import { InviteReminderRepository } from '../../messages/remind-of-invites/persistence/invite-reminder.repository';
import { NoticeRepository } from '../../notices/persistence/notice.repository';
import { AddresseeRepository } from '../persistence/addressee.repository';
import { ForgetInfluencer } from '../erase-influencer/forget-influencer';

/** Two entries of one person are one: what was written to either, and what waits to be, is the kept one's. */
@Controller()
export class FollowMerges {
  constructor(
    private readonly messages: MessageRepository,
    private readonly reminders: InviteReminderRepository,
    private readonly incidents: IncidentRepository,
    private readonly addressees: AddresseeRepository,
    private readonly notices: NoticeRepository,
    private readonly forget: ForgetInfluencer,
  ) {}

  @Consumes(InfluencerMerged)
  async merged({ data }: EventEnvelope<InfluencerMerged>, tx: Tx): Promise<void> {
    const { influencerId } = data;
    const keptId = await rememberMerged(tx, data);
    if (!keptId) return this.forget.all(tx, influencerId);
    // A welcome to a dashboard that they have already, and a question that is answered.
    await this.messages.cancelQueued(tx, influencerId, ['approved', 'merge-question']);
    await this.reminders.cancelSecond(tx, influencerId, keptId);
    await this.messages.reassign(tx, influencerId, keptId);
    await this.incidents.reassign(tx, influencerId, keptId);
    await this.addressees.merge(tx, influencerId, keptId);
    await this.notices.reassign(tx, influencerId, keptId);
  }
}
