import { Injectable } from '@nestjs/common';
import { NoticePosted } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { NoticeRepository, type NewNotice } from './persistence/notice.repository';

/** Tells the members of an organisation something, once; open pages hear of it by the event. */
@Injectable()
export class PostNotice {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly outbox: Outbox,
  ) {}

  async post(tx: Tx, notice: NewNotice): Promise<void> {
    const influencerId = notice.influencerId && (await currentInfluencer(tx, notice.influencerId));
    if (notice.influencerId && !influencerId) return;
    const noticeId = await this.notices.add(tx, { ...notice, ...(influencerId ? { influencerId } : {}) });
    if (!noticeId) return;
    const { organisationId, kind } = notice;
    const data = { organisationId, noticeId, kind, postedAt: new Date().toISOString() };
    await this.outbox.add(tx, NoticePosted, data, { aggregateVersion: 1 });
  }
}
