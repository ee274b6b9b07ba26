import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { inviteStates, type Invite } from './domain/invite';

export class SendInviteRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  socialAccountId!: string;
}

export class InviteResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  socialAccountId!: string;

  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty()
  handle!: string;

  @ApiProperty({ enum: inviteStates })
  state!: string;

  @ApiProperty({ type: [String], description: 'Rules that TikTok named when it rejected the invitation' })
  failedRules!: string[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  static of(invite: Invite): InviteResponse {
    return {
      id: invite.id,
      socialAccountId: invite.accountId,
      influencerId: invite.influencerId,
      handle: invite.handle,
      state: invite.state,
      failedRules: invite.failedRules,
      createdAt: invite.createdAt.toISOString(),
      decidedAt: invite.decidedAt?.toISOString() ?? null,
    };
  }
}

export class ListInvitesResponse {
  @ApiProperty({ type: [InviteResponse] })
  items!: InviteResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
