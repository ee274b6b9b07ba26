import { type Platform, platforms } from '@creator-connect/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

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
}

export class ReadConnectTransactionResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty({ enum: ['PENDING', 'CHOOSE', 'DONE', 'FAILED'] })
  status!: 'PENDING' | 'CHOOSE' | 'DONE' | 'FAILED';

  @ApiProperty({ type: [CandidateResponse], description: 'Filled while the status is CHOOSE' })
  candidates!: CandidateResponse[];

  @ApiProperty({ type: [String], description: 'Connected social accounts; filled when the status is DONE' })
  socialAccountIds!: string[];

  @ApiPropertyOptional({ type: ConnectErrorResponse })
  error?: ConnectErrorResponse;
}
