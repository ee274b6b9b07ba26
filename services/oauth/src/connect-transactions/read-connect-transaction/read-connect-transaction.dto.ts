import { type Platform, platforms } from '@creator-connect/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Cause, causes } from '../../doctor/causes';
import { type PublicStatus, publicStatuses } from '../domain/connect-transaction';

export class CandidateResponse {
  @ApiProperty({ description: 'Send it back to confirm' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  handle!: string | null;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true })
  pictureUrl!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  followers!: number | null;

  @ApiProperty({ description: 'Whether it can be chosen' })
  eligible!: boolean;

  @ApiPropertyOptional({ description: 'Why it can not be chosen, e.g. page_without_instagram or other_account' })
  reason?: string;

  @ApiPropertyOptional({ description: 'The Facebook Page that leads to the account' })
  pageName?: string;
}

export class ConnectErrorResponse {
  @ApiProperty({ example: 'oauth.scopes_missing' })
  code!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  nextStep!: string;

  @ApiPropertyOptional({ type: [String] })
  missingScopes?: string[];

  @ApiPropertyOptional()
  expectedHandle?: string;

  @ApiPropertyOptional()
  arrivedHandle?: string;

  @ApiPropertyOptional({ description: 'Where nothing explains the failure: with it the operator finds the answer' })
  reference?: string;
}

export class DiagnosisFactsResponse {
  @ApiProperty({ type: [String], description: 'Names of the Pages that the cause is about' })
  pages!: string[];

  @ApiProperty({ type: [String], description: 'Permissions that were not ticked' })
  missingScopes!: string[];

  @ApiProperty({ type: String, nullable: true })
  expectedHandle!: string | null;

  @ApiProperty({ type: [String], description: 'Accounts that came back instead' })
  arrivedHandles!: string[];
}

export class DiagnosisResponse {
  @ApiProperty({ enum: Object.keys(causes), description: 'Why no account could be connected: exactly one cause' })
  cause!: Cause;

  @ApiProperty({ example: 'oauth.instagram_no_page', description: 'Stable, described in /docs/errors' })
  code!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'The one thing to do now' })
  nextStep!: string;

  @ApiProperty({ enum: ['check_again', 'ask_again'], description: 'Which button the next step ends with' })
  remedy!: 'check_again' | 'ask_again';

  @ApiProperty({ description: 'POST …/checks looks again without a new login' })
  canCheckAgain!: boolean;

  @ApiProperty({ type: DiagnosisFactsResponse })
  facts!: DiagnosisFactsResponse;
}

export class SiblingResponse {
  @ApiProperty({ format: 'uuid' })
  socialAccountId!: string;

  @ApiProperty({ type: String, nullable: true })
  handle!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The Facebook Page that leads to the account' })
  pageName!: string | null;
}

export class LeftOutResponse {
  @ApiProperty({ type: String, nullable: true })
  handle!: string | null;

  @ApiProperty({ example: 'oauth.platform_unavailable' })
  code!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  nextStep!: string;
}

export class ReadConnectTransactionResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty({
    enum: publicStatuses,
    description: 'SETUP_UNFINISHED: the platform said yes, nothing is stored before the person confirms',
  })
  status!: PublicStatus;

  @ApiProperty({ type: [CandidateResponse], description: 'Filled while the status is SETUP_UNFINISHED' })
  candidates!: CandidateResponse[];

  @ApiProperty({ type: [String], description: 'Connected social accounts; filled when the status is DONE' })
  socialAccountIds!: string[];

  @ApiProperty({ type: [LeftOutResponse], description: 'Chosen accounts that could not be connected with the others' })
  leftOut!: LeftOutResponse[];

  @ApiProperty({ type: [SiblingResponse], description: 'Connected accounts that the new consent no longer covers' })
  lostSiblings!: SiblingResponse[];

  @ApiPropertyOptional({ type: DiagnosisResponse, description: 'Set when no account can be chosen' })
  diagnosis?: DiagnosisResponse;

  @ApiProperty({ description: 'Whether this person may add another account than the expected one as a new one' })
  canAddAsNew!: boolean;

  @ApiPropertyOptional({ type: ConnectErrorResponse })
  error?: ConnectErrorResponse;
}
