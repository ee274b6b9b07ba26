import { saidAs } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsTimeZone, Length, Matches } from 'class-validator';

export class BeginApplicationRequest {
  @ApiProperty({ description: 'The last part of the application link' })
  @IsString()
  @Length(1, 200)
  slug!: string;

  @ApiPropertyOptional({ default: 'en' })
  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/, saidAs('not_locale'))
  locale?: string;

  @ApiPropertyOptional({ default: 'UTC', example: 'Europe/Berlin' })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string;
}
