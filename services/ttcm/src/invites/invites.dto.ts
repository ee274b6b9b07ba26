import { marketplaceRules, type MarketplaceRule } from '@creator-connect/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import { PageQuery, saidAs } from '@creator-connect/observability';
import { handInstructions, inviteStates, type Invite, type InviteState } from './domain/invite';

export class SendInviteRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'An account that is here; else influencerId and handle' })
  @ValidateIf((body: SendInviteRequest) => body.influencerId === undefined && body.handle === undefined)
  @IsUUID()
  socialAccountId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @ValidateIf((body: SendInviteRequest) => body.socialAccountId === undefined)
  @IsUUID()
  influencerId?: string;

  @ApiPropertyOptional({ description: 'Of somebody whose TikTok account is not here; it is added when they join' })
  @ValidateIf((body: SendInviteRequest) => body.socialAccountId === undefined)
  @Matches(/^\s*@?[\w.]{2,24}\s*$/, saidAs('not_handle'))
  handle?: string;
}

export class ListInvitesRequest extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  influencerId?: string;
}

export class InviteResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: they have none here yet' })
  socialAccountId!: string | null;

  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty()
  handle!: string;

  @ApiProperty({ enum: inviteStates })
  state!: InviteState;

  @ApiProperty({
    enum: marketplaceRules,
    isArray: true,
    description: 'Rules that TikTok named when it rejected the invitation',
  })
  failedRules!: MarketplaceRule[];

  @ApiProperty({ type: [String], description: 'BY_HAND: what a person of the agency does now, step by step' })
  instructions!: string[];

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
      instructions: invite.state === 'BY_HAND' ? handInstructions(invite.handle) : [],
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
