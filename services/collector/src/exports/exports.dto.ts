import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { DailyRangeRequest } from '../metrics/list-daily-metrics/daily-metrics.dto';

export const exportFormats = ['csv', 'parquet'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export class ExportRequest {
  @ApiPropertyOptional({ enum: exportFormats, default: 'csv' })
  @IsOptional()
  @IsIn(exportFormats)
  format: ExportFormat = 'csv';
}

export class ExportDailyMetricsRequest extends IntersectionType(ExportRequest, DailyRangeRequest) {}
