import { saidAs } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../plain-text.decorator';
import { fieldKinds, reservedKeys, type FieldKind } from './domain/influencer-fields';

export class InfluencerFieldDto {
  @ApiProperty({ example: 'shirt_size', description: 'Name in the API; stays when the label changes' })
  @Matches(/^[a-z][a-z0-9_]{0,39}$/, saidAs('not_field_key'))
  @IsNotIn(reservedKeys)
  key!: string;

  @ApiProperty({ example: 'Shirt size' })
  @PlainText(80)
  label!: string;

  @ApiProperty({ enum: fieldKinds })
  @IsIn(fieldKinds)
  kind!: FieldKind;

  @ApiPropertyOptional({ type: [String], description: 'For kind choice' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @PlainText(80, { each: true })
  choices?: string[];

  @ApiProperty()
  @IsBoolean()
  required!: boolean;
}

export class InfluencerFieldsDto {
  @ApiProperty({ type: [InfluencerFieldDto] })
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique((field: InfluencerFieldDto) => field.key)
  @ValidateNested({ each: true })
  @Type(() => InfluencerFieldDto)
  items!: InfluencerFieldDto[];
}
