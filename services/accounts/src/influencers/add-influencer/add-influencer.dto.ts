import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsTimeZone,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../../plain-text.decorator';
import { IsFieldValues } from '../field-values.decorator';

class TypedAccount {
  @ApiProperty({ enum: ['instagram', 'tiktok'] })
  @IsIn(['instagram', 'tiktok'])
  platform!: 'instagram' | 'tiktok';

  @ApiProperty()
  @PlainText(100)
  handle!: string;
}

export class AddInfluencerRequest {
  @ApiProperty()
  @PlainText(200)
  name!: string;

  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiPropertyOptional({ example: 'en', description: 'Default: the language of your organisation' })
  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/)
  locale?: string;

  @ApiPropertyOptional({ default: 'UTC', example: 'Europe/Berlin' })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsFieldValues()
  fields?: Record<string, string>;

  @ApiPropertyOptional({ type: [TypedAccount], description: 'Accounts found elsewhere; refused unless connectable' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => TypedAccount)
  socialAccounts?: TypedAccount[];
}
