import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { marketplaceStates, platforms, type MarketplaceState, type Platform } from '@creator-connect/contracts';
import { PlainText } from '../plain-text.decorator';
import { ReportResponse } from '../reports/report.dto';
import { searchWays, type SearchWay } from './sources/discovery-source';

class ProblemResponse {
  @ApiProperty()
  code!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  nextStep!: string;

  @ApiProperty({ type: Number, nullable: true })
  retryAfterSeconds!: number | null;
}

export class DiscoverySourceResponse {
  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty({ enum: searchWays, isArray: true })
  ways!: SearchWay[];

  @ApiProperty()
  available!: boolean;

  @ApiProperty({ type: ProblemResponse, nullable: true, description: 'Why it can not be searched, and what to do' })
  problem!: ProblemResponse | null;
}

export class ListDiscoverySourcesResponse {
  @ApiProperty({ type: [DiscoverySourceResponse] })
  items!: DiscoverySourceResponse[];
}

export class SearchProfilesRequest {
  @ApiProperty({ enum: platforms })
  @IsIn(platforms)
  platform!: Platform;

  @ApiPropertyOptional({ description: 'Exact, with or without @; this or `keyword`' })
  @ValidateIf(({ keyword }: SearchProfilesRequest) => keyword === undefined)
  @PlainText(100)
  handle?: string;

  @ApiPropertyOptional({ description: 'YouTube only; dear: an installation has a hundred a day' })
  @IsOptional()
  @PlainText(100)
  keyword?: string;

  @ApiPropertyOptional({ default: 10, minimum: 1, maximum: 50, description: 'Of a search by keyword' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  limit?: number;
}

/** Why nothing was found; a platform may have several reasons that it does not tell apart. */
export const emptyReasons = ['unknown', 'unknown_or_not_professional', 'not_in_marketplace', 'not_shown'] as const;
export type EmptyReason = (typeof emptyReasons)[number];

export class SearchProfilesResponse {
  @ApiProperty({ type: [ReportResponse], description: 'Best match first; each is kept as a report' })
  items!: ReportResponse[];

  @ApiProperty({ enum: emptyReasons, nullable: true, description: 'null: something was found' })
  reason!: EmptyReason | null;

  @ApiProperty({ enum: marketplaceStates, nullable: true, description: 'TikTok only: of the handle; null: not known' })
  marketplace!: MarketplaceState | null;
}
