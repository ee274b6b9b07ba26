import { Injectable } from '@nestjs/common';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import { hiddenFrom, noticeKinds, type NoticeKind, type Reader } from '../domain/notice';

export interface NoticeSetting {
  kind: NoticeKind;
  enabled: boolean;
}

/** What a member wants to be told: everything, unless they said no. */
@Injectable()
export class NoticeSettingRepository {
  async list(tx: Tx, reader: Reader): Promise<NoticeSetting[]> {
    const { userId } = reader;
    const hidden = hiddenFrom(reader);
    const rows = await sqlRows<{ kind: string }>(tx, 'SELECT kind FROM notice_mutes WHERE user_id = $1', [userId]);
    const muted = new Set(rows.map(({ kind }) => kind));
    const shown = noticeKinds.filter((kind) => !hidden.includes(kind));
    return shown.map((kind) => ({ kind, enabled: !muted.has(kind) }));
  }

  async set(tx: Tx, organisationId: string, userId: string, { kind, enabled }: NoticeSetting): Promise<void> {
    if (enabled) await tx.query('DELETE FROM notice_mutes WHERE user_id = $1 AND kind = $2', [userId, kind]);
    else
      await tx.query('INSERT INTO notice_mutes (org_id, user_id, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        organisationId,
        userId,
        kind,
      ]);
  }
}
