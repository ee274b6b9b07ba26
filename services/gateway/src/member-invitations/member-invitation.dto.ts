import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { memberRoles } from '../members/member-roles';
import type { MemberRole } from '../sessions/domain/session';
import type { MemberInvitation } from './persistence/member-invitation.repository';

export class CreateInvitationRequest {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ enum: memberRoles })
  @IsIn(memberRoles)
  role!: MemberRole;
}

export class InvitationTokenRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  token!: string;
}

export class InvitationResponse {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  email!: string;
  @ApiProperty({ enum: memberRoles })
  role!: MemberRole;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty()
  expiresAt!: string;
}

export class ListInvitationsResponse {
  @ApiProperty({ type: [InvitationResponse] })
  items!: InvitationResponse[];
}

export function toResponse({ id, email, role, createdAt, expiresAt }: MemberInvitation): InvitationResponse {
  return { id, email, role, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
