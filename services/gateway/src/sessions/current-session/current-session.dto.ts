import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { memberRoles } from '../../members/member-roles';
import { lifetimes, type MemberRole, type MissingFactor, type SessionKind } from '../domain/session';

const kinds = Object.keys(lifetimes);
const factors: readonly MissingFactor[] = ['verify', 'setup'];

export class SessionOrganisation {
  @ApiProperty()
  id!: string;
  @ApiPropertyOptional()
  name?: string;
  @ApiPropertyOptional({ enum: memberRoles })
  role?: MemberRole;
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
  @ApiProperty({ enum: kinds })
  kind!: SessionKind;
  @ApiProperty({ type: SessionUser, nullable: true })
  user!: SessionUser | null;
  /** The one the person works in now. */
  @ApiProperty({ type: SessionOrganisation, nullable: true })
  organisation!: SessionOrganisation | null;
  /** All the person can switch to. */
  @ApiProperty({ type: [SessionOrganisation] })
  organisations!: SessionOrganisation[];
  /** Whether the person runs the installation, and may see `/v1/operations`. */
  @ApiProperty()
  operator!: boolean;
  /** Language of a creator's profile, in which their mails are written; of nobody else. */
  @ApiProperty({ type: String, nullable: true })
  locale!: string | null;
  /** What is still owed before anything else opens: `verify` the second factor, or `setup` one. */
  @ApiProperty({ type: String, nullable: true, enum: factors })
  missingFactor!: MissingFactor | null;
  /** When the person last proved who they are; some changes ask for a proof of at most five minutes ago. */
  @ApiProperty()
  authenticatedAt!: string;
  /** Goes into the header `x-csrf-token` of every state-changing request. */
  @ApiProperty()
  csrfToken!: string;
  @ApiProperty()
  expiresAt!: string;
}
