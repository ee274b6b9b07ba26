import { type Platform, platforms } from '@creator-connect/contracts';
import { ApiProperty } from '@nestjs/swagger';

export class RevocationReceiptResponse {
  @ApiProperty({ enum: ['pending', 'told', 'consent_in_use', 'not_needed', 'given_up'] })
  outcome!: string;

  @ApiProperty({ format: 'date-time' })
  tokenDestroyedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  platformToldAt!: string | null;
}

export class NextEndResponse {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'What no renewal of ours can move' })
  at!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  daysLeft!: number | null;

  @ApiProperty({ enum: ['automatic', 'by_person'] })
  renewal!: string;

  @ApiProperty({ description: 'The platform told no end: the authorization is looked at daily' })
  unknown!: boolean;
}

export class FieldPromiseResponse {
  @ApiProperty({ example: 'audience' })
  data!: string;

  @ApiProperty()
  collected!: boolean;

  @ApiProperty({ type: [String], description: 'Permissions that keep it away' })
  missingPermissions!: string[];
}

export class AuthorizationResponse {
  @ApiProperty({ format: 'uuid' })
  socialAccountId!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty({ enum: ['live', 'expired', 'revoked'] })
  state!: string;

  @ApiProperty({ type: [String] })
  scopes!: string[];

  @ApiProperty({ type: [String] })
  missingScopes!: string[];

  @ApiProperty({ enum: ['influencer', 'link', 'applicant'], description: 'How the person was known' })
  authorizedBy!: string;

  @ApiProperty({ format: 'date-time' })
  authorizedAt!: string;

  @ApiProperty({ enum: ['application', 'link', 'dashboard'] })
  flow!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dataAccessUntil!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  renewableUntil!: string | null;

  @ApiProperty({ type: NextEndResponse })
  nextEnd!: NextEndResponse;

  @ApiProperty({ type: [FieldPromiseResponse], description: 'What the authorization yields, and what not and why' })
  fields!: FieldPromiseResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Why it ended' })
  cause!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Rule that decided, e.g. instagram.profile.190/460' })
  rule!: string | null;

  @ApiProperty({ type: Object, nullable: true, description: "The platform's answer without anything personal" })
  platformAnswer!: Record<string, unknown> | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Last look at the platform' })
  checkedAt!: string | null;

  @ApiProperty({ type: String, enum: ['alive', 'ended', 'unknown'], nullable: true })
  lastOutcome!: string | null;

  @ApiProperty({ type: RevocationReceiptResponse, nullable: true })
  receipt!: RevocationReceiptResponse | null;
}

export class VerificationResponse {
  @ApiProperty({ enum: ['alive', 'ended', 'unknown'], description: 'unknown: nothing was learned, nothing changed' })
  outcome!: string;

  @ApiProperty({ enum: ['live', 'expired', 'revoked'] })
  state!: string;
}
