import { RefusalResponse } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';

export class ImportVendorContactsRequest {
  @ApiProperty({ description: 'Who told it; shown with every item', example: 'Example Insights' })
  @Matches(/^[^<>\r\n]{1,100}$/)
  vendor!: string;

  @ApiPropertyOptional({
    description:
      'CSV with a header line: platform and handle of a profile that has a report, and email, instagram, tiktok or youtube of its owner',
  })
  @ValidateIf((body: ImportVendorContactsRequest) => body.records === undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(240_000)
  csv?: string;

  @ApiPropertyOptional({ type: 'array', items: { type: 'object' }, description: 'The same as JSON, instead of a CSV' })
  @ValidateIf((body: ImportVendorContactsRequest) => body.csv === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2_000)
  records?: unknown[];
}

export class ImportedContactRow extends RefusalResponse {
  @ApiProperty({ description: 'Line of the file, the header being 1; of JSON the record, from 1' })
  line!: number;

  @ApiProperty({ enum: ['stored', 'refused'] })
  outcome!: 'stored' | 'refused';
}

export class ImportVendorContactsResponse {
  @ApiProperty()
  stored!: number;

  @ApiProperty()
  refused!: number;

  @ApiProperty({ type: [ImportedContactRow] })
  rows!: ImportedContactRow[];
}
