import { PageQuery } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { PostResponse } from '../posts/list-posts/posts.dto';
import { missingReasons, type MissingReason } from './domain/campaign-report';

class FiguresResponse {
  @ApiProperty()
  posts!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'null: no platform told it' })
  reach!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  views!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Likes, comments, shares and saves' })
  engagements!: number | null;
}

class ReportedAccountResponse extends FiguresResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  platform!: string;

  @ApiProperty()
  handle!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was last collected' })
  asOf!: string;
}

class ReportedInfluencerResponse extends FiguresResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [ReportedAccountResponse] })
  accounts!: ReportedAccountResponse[];
}

class MissingAccountResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  platform!: string;

  @ApiProperty()
  handle!: string;
}

class MissingPartResponse {
  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty()
  influencerName!: string;

  @ApiProperty({ type: MissingAccountResponse, nullable: true, description: 'null: the influencer has no account' })
  account!: MissingAccountResponse | null;

  @ApiProperty({ enum: missingReasons })
  reason!: MissingReason;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since!: string | null;
}

export class CampaignReportResponse {
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'First day, UTC; null: from the beginning',
  })
  startsOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, UTC; null: no end' })
  endsOn!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'All figures are at least as fresh as this; null: nothing was collected',
  })
  asOf!: string | null;

  @ApiProperty({ type: FiguresResponse })
  totals!: FiguresResponse;

  @ApiProperty({ type: [ReportedInfluencerResponse] })
  influencers!: ReportedInfluencerResponse[];

  @ApiProperty({ type: [MissingPartResponse], description: 'What is missing or stands still, and why' })
  missing!: MissingPartResponse[];
}

export class ListCampaignPostsRequest extends PageQuery {
  @ApiPropertyOptional({ default: true, description: 'false: the posts that do not count' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  counted: boolean = true;
}

export class CampaignPostResponse extends PostResponse {
  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty()
  influencerName!: string;

  @ApiProperty({ format: 'uuid' })
  socialAccountId!: string;

  @ApiProperty()
  platform!: string;

  @ApiProperty()
  handle!: string;

  @ApiProperty()
  counted!: boolean;

  @ApiProperty({ description: 'Somebody decided so; otherwise the dates of the campaign did' })
  decided!: boolean;
}

export class ListCampaignPostsResponse {
  @ApiProperty({ type: [CampaignPostResponse] })
  items!: CampaignPostResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class DecideCampaignPostRequest {
  @ApiProperty()
  @IsBoolean()
  counted!: boolean;
}
