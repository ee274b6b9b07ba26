import { saidAs } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsTimeZone,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { platforms, type Platform } from '@creator-connect/contracts';
import { PlainText } from '../../plain-text.decorator';
import { IsFieldValues } from '../field-values.decorator';

export class TypedAccount {
  @ApiProperty({ enum: platforms })
  @IsIn(platforms)
  platform!: Platform;

  @ApiProperty()
  @PlainText(100)
  handle!: string;
}

/** What is said of somebody, wherever they were found. */
export class NewInfluencerRequest {
  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiPropertyOptional({ example: 'en', description: 'Default: the language of your organisation' })
  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/, saidAs('not_locale'))
  locale?: string;

  @ApiPropertyOptional({ default: 'UTC', example: 'Europe/Berlin' })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsFieldValues()
  fields?: Record<string, string>;

  @ApiPropertyOptional({ format: 'uuid', description: 'Directly into this campaign; always into the roster, too' })
  @IsOptional()
  @IsUUID()
  campaignId?: string;
}

export class AddInfluencerRequest extends NewInfluencerRequest {
  @ApiProperty()
  @PlainText(200)
  name!: string;

  @ApiPropertyOptional({
    type: [TypedAccount],
    description: 'Of YouTube, or members of the Creator Marketplace; others only their owner can bring',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => TypedAccount)
  socialAccounts?: TypedAccount[];
}
