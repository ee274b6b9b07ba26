import { Injectable } from '@nestjs/common';
import { databaseNow, type Tx } from '@creator-connect/persistence';
import { GapRepository } from '../feeds/persistence/gap.repository';
import {
  campaignFigures,
  campaignSeries,
  type CampaignFigure,
  type CampaignLack,
  type CampaignPoint,
} from './domain/campaign-days';
import { CampaignDaysRepository } from './persistence/campaign-days.repository';
import type { ReportScope } from './persistence/scoped-posts';

export interface CampaignSeries {
  name: CampaignFigure;
  /** Null: there are figures. */
  lack: CampaignLack | null;
  points: CampaignPoint[];
}

/** What the posts of a campaign added up to, day by day, with the gaps between. */
@Injectable()
export class CampaignDaysReader {
  constructor(
    private readonly figures: CampaignDaysRepository,
    private readonly gaps: GapRepository,
  ) {}

  /** `days` as in `CampaignDaysRepository.days`. */
  async read(tx: Tx, scope: ReportScope, days: number | undefined): Promise<CampaignSeries[]> {
    const shown = await this.figures.days(tx, scope, days);
    const firstDay = shown[0]?.day;
    if (firstDay === undefined) return campaignFigures.map((name) => ({ name, lack: 'not_begun', points: [] }));
    const changes = await this.figures.changes(tx, scope, firstDay);
    const gapsOf = await this.gaps.listEach(tx, [...new Set(changes.map(({ accountId }) => accountId))]);
    const now = await databaseNow(tx);
    return campaignFigures.map((name) => {
      const own = Map.groupBy(
        changes.filter((change) => change.name === name),
        ({ accountId }) => accountId,
      );
      if (own.size === 0) return { name, lack: changes.length === 0 ? 'no_posts' : 'not_told', points: [] };
      const accounts = [...own].map(([accountId, figures]) => ({ figures, gaps: gapsOf.get(accountId) ?? [] }));
      const points = campaignSeries(shown, accounts, now);
      const some = points.some(({ value, gap }) => value !== null || gap !== null);
      return some ? { name, lack: null, points } : { name, lack: 'not_in_days', points: [] };
    });
  }
}
