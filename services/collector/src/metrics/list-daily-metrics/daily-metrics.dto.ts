import { saidAs } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsTimeZone, Matches, Max, Min } from 'class-validator';
import { accountMetrics, lackReasons, type AccountMetric, type LackReason } from '../domain/account-metrics';
import type { DailyMetrics, DailyRange } from '../daily-metrics';

export class DailyRangeRequest implements DailyRange {
  @ApiPropertyOptional({ minimum: 1, maximum: 366, default: 30, description: 'Today is the last of them' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  days: number = 30;

  @ApiPropertyOptional({ default: 'UTC', example: 'Europe/Berlin', description: 'Where the days begin and end' })
  @IsOptional()
  // By name: a bare offset means the opposite to PostgreSQL.
  @Matches(/^[A-Za-z]/, saidAs('not_time_zone'))
  @IsTimeZone()
  timeZone: string = 'UTC';
}

export class DailyPointResponse {
  @ApiProperty({ format: 'date' })
  day!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'At the end of the day, or now; null: not known' })
  value!: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the figure became this one' })
  since!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why nothing was collected on the whole day' })
  gap!: string | null;
}

class MetricSeriesResponse {
  @ApiProperty({ enum: accountMetrics, description: '`post_…` adds up the collected posts' })
  name!: AccountMetric;

  @ApiProperty({ enum: lackReasons, nullable: true, description: 'Why there is no figure at all' })
  lack!: LackReason | null;

  @ApiProperty({ type: [DailyPointResponse], description: 'One for each day, oldest first; none without a figure' })
  points!: DailyPointResponse[];
}

class CollectionGapResponse {
  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: it goes on' })
  to!: string | null;

  @ApiProperty({ example: 'password_changed' })
  cause!: string;
}

export class DailyMetricsResponse {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of when the last figures are' })
  collectedAt!: string | null;

  @ApiProperty({ type: [MetricSeriesResponse] })
  series!: MetricSeriesResponse[];

  @ApiProperty({ type: [CollectionGapResponse], description: 'Times without collection that touch these days' })
  gaps!: CollectionGapResponse[];

  static of({ collectedAt, series, gaps }: DailyMetrics): DailyMetricsResponse {
    return {
      collectedAt: collectedAt?.toISOString() ?? null,
      series: series.map(({ name, lack, points }) => ({
        name,
        lack,
        points: points.map((point) => ({ ...point, since: point.since?.toISOString() ?? null })),
      })),
      gaps: gaps.map(({ from, to, cause }) => ({
        from: from.toISOString(),
        to: to?.toISOString() ?? null,
        cause,
      })),
    };
  }
}
