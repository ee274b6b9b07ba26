import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { fieldFaults, type FieldFault, type FieldFaultCode } from '@creator-connect/contracts';

export class ImportInfluencersRequest {
  @ApiProperty({
    description:
      'CSV with a header line: name, email, and optionally locale, time_zone, instagram, tiktok and the keys of your fields',
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

class FieldFaultResponse implements FieldFault {
  @ApiProperty()
  field!: string;

  @ApiProperty({ enum: Object.keys(fieldFaults), description: 'Why, as documented in docs/errors.md' })
  code!: FieldFaultCode;

  @ApiProperty({ description: 'The same in English words' })
  message!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'What the words are filled in with',
  })
  params?: Record<string, string | number>;
}

export class ImportedRow {
  @ApiProperty({ description: 'Line of the file, the header being 1' })
  line!: number;

  @ApiProperty({ enum: ['added', 'refused'] })
  outcome!: 'added' | 'refused';

  @ApiPropertyOptional({ format: 'uuid' })
  influencerId?: string;

  @ApiPropertyOptional({ description: 'Why it was refused, as POST /v1/influencers would say' })
  code?: string;

  @ApiPropertyOptional()
  title?: string;

  @ApiPropertyOptional()
  nextStep?: string;

  @ApiPropertyOptional({ type: [FieldFaultResponse] })
  errors?: FieldFaultResponse[];
}

export class ImportInfluencersResponse {
  @ApiProperty()
  added!: number;

  @ApiProperty()
  refused!: number;

  @ApiProperty({ type: [ImportedRow] })
  rows!: ImportedRow[];
}
