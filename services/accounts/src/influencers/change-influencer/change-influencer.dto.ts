import { saidAs } from '@creator-connect/observability';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsTimeZone, Matches } from 'class-validator';
import { PlainText } from '../../plain-text.decorator';
import { IsFieldValues } from '../field-values.decorator';

/**
 * The e-mail address is not among these: it is what lets the person into their dashboard, and nobody else may move that to
 * another mailbox.
 */
export class ChangeInfluencerRequest {
  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(200)
  name?: string;

  @ApiPropertyOptional({ example: 'en' })
  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/, saidAs('not_locale'))
  locale?: string;

  @ApiPropertyOptional({ example: 'Europe/Berlin' })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' }, description: 'All of them' })
  @IsOptional()
  @IsFieldValues()
  fields?: Record<string, string>;
}
