import { RefusalResponse } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { provenances, type Provenance } from './domain/vendor-record';
import type { ImportedVendorRow } from './import-vendor-data/import-vendor-data.handler';
import type { StoredVendorRecord, VendorPurge } from './persistence/vendor-record.repository';

export class ImportVendorDataRequest {
  @ApiProperty({ description: 'Who told it; kept with every record', example: 'Example Insights' })
  @Matches(/^[^<>\r\n]{1,100}$/)
  vendor!: string;

  @ApiPropertyOptional({
    description:
      'CSV with a header line: social_account_id, and optionally platform_post_id (without it: the profile), posted_at, permalink; every further column is a figure',
  })
  @ValidateIf((body: ImportVendorDataRequest) => body.records === undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(240_000)
  csv?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object' },
    description: 'The same as JSON, instead of a CSV, with the figures in "metrics"',
  })
  @ValidateIf((body: ImportVendorDataRequest) => body.csv === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2_000)
  records?: unknown[];
}

class ImportedVendorRowResponse extends RefusalResponse implements ImportedVendorRow {
  @ApiProperty({ description: 'Line of the file, the header being 1; of JSON the record, from 1' })
  line!: number;

  @ApiProperty({ enum: ['stored', 'refused'] })
  outcome!: 'stored' | 'refused';
}

export class ImportVendorDataResponse {
  @ApiProperty()
  stored!: number;

  @ApiProperty()
  refused!: number;

  @ApiProperty({ type: [ImportedVendorRowResponse] })
  rows!: ImportedVendorRowResponse[];
}

class VendorRecordResponse {
  @ApiProperty({ enum: ['profile', 'post'] })
  kind!: 'profile' | 'post';

  @ApiProperty({ enum: provenances })
  provenance!: Provenance;

  @ApiProperty()
  vendor!: string;

  @ApiProperty({ type: String, nullable: true })
  platformPostId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  postedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  permalink!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  metrics!: Record<string, number>;

  @ApiProperty({ format: 'date-time' })
  importedAt!: string;

  static of(record: StoredVendorRecord): VendorRecordResponse {
    return {
      kind: record.kind,
      provenance: 'vendor_import',
      vendor: record.vendor,
      platformPostId: record.platformPostId || null,
      postedAt: record.postedAt?.toISOString() ?? null,
      permalink: record.permalink,
      metrics: record.metrics,
      importedAt: record.importedAt.toISOString(),
    };
  }
}

export class VendorDataResponse {
  @ApiProperty({ description: 'How many profiles a removal deletes' })
  profiles!: number;

  @ApiProperty({ description: 'How many posts a removal deletes' })
  posts!: number;

  @ApiProperty({ description: 'How many items of contact information a removal deletes from reports' })
  contacts!: number;

  @ApiProperty({ type: [VendorRecordResponse], description: 'The first 100' })
  items!: VendorRecordResponse[];

  static itemsOf(records: readonly StoredVendorRecord[]): VendorRecordResponse[] {
    return records.map((record) => VendorRecordResponse.of(record));
  }
}

export class PurgeVendorDataRequest {
  @ApiPropertyOptional({ default: false, description: 'Only says what would be deleted' })
  @IsOptional()
  @IsBoolean()
  dryRun: boolean = false;
}

export class PurgeVendorDataResponse {
  @ApiProperty()
  dryRun!: boolean;

  @ApiProperty()
  profiles!: number;

  @ApiProperty()
  posts!: number;

  @ApiProperty({ description: 'Items of contact information in reports' })
  contacts!: number;
}

class VendorPurgeResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  socialAccountId!: string;

  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty({ enum: ['marketplace_member', 'by_member'] })
  cause!: string;

  @ApiProperty()
  profiles!: number;

  @ApiProperty()
  posts!: number;

  @ApiProperty({ description: 'Items of contact information in reports' })
  contacts!: number;

  @ApiProperty({ format: 'date-time' })
  purgedAt!: string;

  static of({ accountId, purgedAt, ...purge }: VendorPurge): VendorPurgeResponse {
    return { ...purge, socialAccountId: accountId, purgedAt: purgedAt.toISOString() };
  }
}

export class ListVendorPurgesResponse {
  @ApiProperty({ type: [VendorPurgeResponse] })
  items!: VendorPurgeResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  static of(purges: readonly VendorPurge[], nextCursor: string | null): ListVendorPurgesResponse {
    return { items: purges.map((purge) => VendorPurgeResponse.of(purge)), nextCursor };
  }
}
