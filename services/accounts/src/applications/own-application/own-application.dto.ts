import { saidAs } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { PlainText } from '../../plain-text.decorator';
import { ChangeInfluencerRequest } from '../../influencers/change-influencer/change-influencer.dto';
import { IsFieldValues } from '../../influencers/field-values.decorator';
import { ApplicationFormResponse } from '../application-form/application-form.dto';
import { ApplicationAccountResponse } from '../application.dto';

/** What was typed so far, finished or not; it is judged when it is submitted. */
export class ChangeApplicationRequest extends PickType(ChangeInfluencerRequest, ['locale', 'timeZone']) {
  @ApiPropertyOptional()
  @IsOptional()
  @ValidateIf((request: ChangeApplicationRequest) => request.name !== '')
  @PlainText(200)
  name?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(254)
  @Matches(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, saidAs('not_one_line'))
  email?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Those that changed, an empty text for one that has no value any more; none that are not asked for',
  })
  @IsOptional()
  @IsFieldValues()
  fields?: Record<string, string>;
}

export class OwnApplicationResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['draft', 'submitted', 'approved', 'declined'] })
  status!: string;

  @ApiProperty({ type: ApplicationFormResponse })
  form!: ApplicationFormResponse;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ description: 'Proven with the code that was mailed to it' })
  emailVerified!: boolean;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  fields!: Record<string, string>;

  @ApiProperty({ type: [ApplicationAccountResponse] })
  socialAccounts!: ApplicationAccountResponse[];

  @ApiProperty({ format: 'date-time', description: 'Until then a draft waits to be continued' })
  keptUntil!: string;
}
