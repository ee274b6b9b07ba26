import { Injectable } from '@nestjs/common';
import { encodeCursor } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import type { Reader } from '../domain/notice';
import { PeopleNames } from '../../peers/names';
import { NoticeRepository } from '../persistence/notice.repository';
import { NoticeResponse, type ListNoticesResponse } from './notice.dto';

interface Member extends Reader {
  organisationId: string;
}

@Injectable()
export class ListNoticesHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeRepository,
    private readonly names: PeopleNames,
  ) {}

  async handle(
    { organisationId, ...reader }: Member,
    { limit, ...filter }: { unread: boolean; limit: number; after: string | null },
  ): Promise<ListNoticesResponse> {
    const found = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.notices.list(tx, reader, { ...filter, limit: limit + 1 }),
    );
    const shown = found.slice(0, limit);
    const names = await this.names.of(organisationId, {
      influencerIds: [...new Set(shown.flatMap(({ influencerId }) => influencerId ?? []))],
      accountIds: [...new Set(shown.flatMap(({ accountId }) => accountId ?? []))],
    });
    const last = shown.at(-1);
    return {
      items: shown.map((notice) => NoticeResponse.of(notice, names)),
      nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }
}
