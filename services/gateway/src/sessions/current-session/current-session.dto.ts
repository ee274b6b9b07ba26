import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class SessionOrganisation {
  @ApiProperty()
  id!: string;
  @ApiPropertyOptional()
  name?: string;
  @ApiPropertyOptional()
  role?: string;
  @ApiPropertyOptional()
  influencerId?: string;
}

export class SessionUser {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  email!: string;
  @ApiProperty()
  name!: string;
}

export class SessionResponse {
  @ApiProperty()
  kind!: string;
  @ApiProperty({ type: SessionUser, nullable: true })
  user!: SessionUser | null;
  /** The one the person works in now. */
  @ApiProperty({ type: SessionOrganisation, nullable: true })
  organisation!: SessionOrganisation | null;
  /** All the person can switch to. */
  @ApiProperty({ type: [SessionOrganisation] })
  organisations!: SessionOrganisation[];
  /** What is still owed before anything else opens: `verify` the second factor, or `setup` one. */
  @ApiProperty({ type: String, nullable: true, enum: ['verify', 'setup'] })
  missingFactor!: string | null;
  /** When the person last proved who they are; some changes ask for a proof of at most five minutes ago. */
  @ApiProperty()
  authenticatedAt!: string;
  /** Goes into the header `x-csrf-token` of every state-changing request. */
  @ApiProperty()
  csrfToken!: string;
  @ApiProperty()
  expiresAt!: string;
}
