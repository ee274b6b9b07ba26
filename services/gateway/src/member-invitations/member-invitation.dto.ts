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

const mailStates = ['sent', 'unconfirmed'] as const;

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
  @ApiProperty({
    enum: mailStates,
    description: 'unconfirmed: nobody knows whether the mail went. Its link works; another invitation mails a new one',
  })
  mail!: (typeof mailStates)[number];
}

export class ListInvitationsResponse {
  @ApiProperty({ type: [InvitationResponse] })
  items!: InvitationResponse[];
}

export function toResponse(invitation: MemberInvitation): InvitationResponse {
  const { id, email, role, createdAt, expiresAt, mailedAt } = invitation;
  const mail = mailedAt ? 'sent' : 'unconfirmed';
  return { id, email, role, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), mail };
}
