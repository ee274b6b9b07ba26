import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ExportRequest } from '../exports/exports.dto';
import { DailyPointResponse } from '../metrics/list-daily-metrics/daily-metrics.dto';
import type { CampaignSeries } from './campaign-days';
import { campaignFigures, campaignLacks, type CampaignFigure, type CampaignLack } from './domain/campaign-days';

export class CampaignDaysRequest {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: 366,
    description: 'The last days, today included; without it the days of the campaign up to today, 366 at most',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  days?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only the posts of this influencer' })
  @IsOptional()
  @IsUUID()
  influencerId?: string;
}

export class ExportCampaignDaysRequest extends IntersectionType(ExportRequest, CampaignDaysRequest) {}

class MissingAccountsResponse {
  @ApiProperty({ example: 'password_changed' })
  cause!: string;

  @ApiProperty({ description: 'Number of accounts' })
  accounts!: number;
}

class CampaignPointResponse extends DailyPointResponse {
  @ApiProperty({
    type: [MissingAccountsResponse],
    description: 'Accounts that were not collected on that day, though others were: their last figures are in the sum',
  })
  missing!: MissingAccountsResponse[];
}

class CampaignSeriesResponse {
  @ApiProperty({ enum: campaignFigures })
  name!: CampaignFigure;

  @ApiProperty({ enum: campaignLacks, nullable: true, description: 'Why there is no figure at all' })
  lack!: CampaignLack | null;

  @ApiProperty({
    type: [CampaignPointResponse],
    description: 'One for each day, UTC, oldest first; none without a figure',
  })
  points!: CampaignPointResponse[];
}

export class CampaignDaysResponse {
  @ApiProperty({ type: [CampaignSeriesResponse] })
  series!: CampaignSeriesResponse[];

  static of(series: readonly CampaignSeries[]): CampaignDaysResponse {
    return {
      series: series.map(({ points, ...one }) => ({
        ...one,
        points: points.map((point) => ({ ...point, since: point.since?.toISOString() ?? null })),
      })),
    };
  }
}
