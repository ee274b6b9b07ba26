import { PageQuery } from '@creator-connect/observability';
import { provenances, type Provenance } from '../../vendor-data/domain/vendor-record';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

export class ListPostsRequest extends PageQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  socialAccountId!: string;
}

export class ListMetricsRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  socialAccountId!: string;

  @ApiPropertyOptional({ description: "The platform's id of a post; the account's own figures without it" })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  platformPostId?: string;

  @ApiPropertyOptional({ example: 'views' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 1000, default: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit: number = 200;
}

export class MetricResponse {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  value!: number;

  @ApiProperty({ format: 'date-time' })
  asOf!: string;
}

/** A figure of a record, which may come from elsewhere than the record. */
export class RecordMetricResponse extends MetricResponse {
  @ApiPropertyOptional({ enum: provenances, description: 'Where it comes from, if not from where the record does' })
  provenance?: Provenance;
}

export class PostResponse {
  @ApiProperty()
  platformPostId!: string;

  @ApiProperty()
  kind!: string;

  @ApiProperty({ format: 'date-time' })
  postedAt!: string;

  @ApiProperty({ type: String, nullable: true })
  permalink!: string | null;

  @ApiProperty({ type: String, nullable: true })
  caption!: string | null;

  @ApiProperty({ type: [String] })
  hashtags!: string[];

  @ApiProperty({ type: [RecordMetricResponse] })
  metrics!: RecordMetricResponse[];

  @ApiProperty({ format: 'date-time' })
  collectedAt!: string;

  @ApiProperty({ enum: provenances, description: 'Where it comes from' })
  provenance!: Provenance;
}

export class ListPostsResponse {
  @ApiProperty({ type: [PostResponse] })
  items!: PostResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ListMetricsResponse {
  @ApiProperty({ type: [MetricResponse] })
  items!: MetricResponse[];
}
