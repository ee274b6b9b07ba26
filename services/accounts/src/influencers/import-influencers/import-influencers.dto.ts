import { RefusalResponse } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class ImportInfluencersRequest {
  @ApiProperty({
    description:
      'CSV with a header line: name, email, and optionally locale, time_zone, instagram, tiktok, youtube and the keys of your fields',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(240_000)
  csv!: string;

  @ApiPropertyOptional({ default: false, description: 'Only says what would happen' })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

export class ImportedRow extends RefusalResponse {
  @ApiProperty({ description: 'Line of the file, the header being 1' })
  line!: number;

  @ApiProperty({ enum: ['added', 'refused'] })
  outcome!: 'added' | 'refused';

  @ApiPropertyOptional({ description: 'Of a row that was added, or can be' })
  name?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  influencerId?: string;
}

export class ImportProgress {
  @ApiProperty({
    enum: ['asking', 'adding'],
    description: 'The platforms are asked about all rows before the first is added',
  })
  stage!: 'asking' | 'adding';

  @ApiProperty({ description: 'So many rows by now' })
  done!: number;

  @ApiProperty({ description: 'Rows of the file' })
  all!: number;
}

export class ImportInfluencersResponse {
  @ApiProperty()
  added!: number;

  @ApiProperty()
  refused!: number;

  @ApiProperty({ type: [ImportedRow] })
  rows!: ImportedRow[];
}

/** A line of an import that is told while it goes on; the last one holds the result. */
export class ImportLine {
  @ApiPropertyOptional({ type: ImportProgress })
  progress?: ImportProgress;

  @ApiPropertyOptional({ type: ImportInfluencersResponse })
  result?: ImportInfluencersResponse;
}
