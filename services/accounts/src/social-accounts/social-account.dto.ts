import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  authStates,
  marketplaceStates,
  platforms,
  type AuthState,
  type MarketplaceState,
  type Platform,
} from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import type { SocialAccount } from './domain/social-account';
import type { HistoryEntry } from './persistence/history.repository';

export class ListSocialAccountsRequest extends PageQuery {
  @ApiPropertyOptional({ enum: platforms })
  @IsOptional()
  @IsIn(platforms)
  platform?: Platform;

  @ApiPropertyOptional({ enum: authStates })
  @IsOptional()
  @IsIn(authStates)
  authState?: AuthState;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  influencerId?: string;
}

export class SocialAccountResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty({ enum: authStates })
  authState!: AuthState;

  @ApiProperty({ enum: marketplaceStates, nullable: true })
  marketplace!: MarketplaceState | null;

  @ApiProperty()
  tracked!: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when the creator wants nothing collected; null: not paused',
  })
  pausedAt!: string | null;

  @ApiProperty({ description: 'What led to the state' })
  cause!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  authorizedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Known end of the authorization' })
  validUntil!: string | null;

  @ApiProperty({ type: [String], description: 'Permissions that were not granted' })
  missingScopes!: string[];

  static of(account: SocialAccount): SocialAccountResponse {
    return {
      id: account.id,
      influencerId: account.influencerId,
      platform: account.platform,
      handle: account.handle,
      displayName: account.displayName,
      authState: account.authState,
      marketplace: account.marketplace,
      tracked: account.tracked,
      pausedAt: account.pausedAt?.toISOString() ?? null,
      cause: account.cause,
      since: account.causeAt.toISOString(),
      authorizedAt: account.authorizedAt?.toISOString() ?? null,
      validUntil: account.grantEndsAt?.toISOString() ?? null,
      missingScopes: account.missingScopes,
    };
  }
}

export class ListSocialAccountsResponse {
  @ApiProperty({ type: [SocialAccountResponse] })
  items!: SocialAccountResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class HistoryEntryResponse {
  @ApiProperty({ enum: ['added', 'changed', 'confirmed', 'ignored'] })
  outcome!: string;

  @ApiProperty()
  from!: string;

  @ApiProperty()
  to!: string;

  @ApiProperty({ enum: marketplaceStates, nullable: true, description: 'After the fact; TikTok only' })
  marketplace!: MarketplaceState | null;

  @ApiProperty()
  tracked!: boolean;

  @ApiProperty()
  cause!: string;

  @ApiProperty({ enum: ['person', 'admin', 'platform', 'system'] })
  actor!: string;

  @ApiProperty({ type: String, nullable: true, example: 'instagram:190/460' })
  rule!: string | null;

  @ApiProperty({ type: String, nullable: true })
  eventId!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  static of(entry: HistoryEntry): HistoryEntryResponse {
    const { outcome, fromState: from, toState: to, marketplace, tracked, cause, actor, rule, eventId } = entry;
    return { outcome, from, to, marketplace, tracked, cause, actor, rule, eventId, at: entry.at.toISOString() };
  }
}

export class ListHistoryResponse {
  @ApiProperty({ type: [HistoryEntryResponse] })
  items!: HistoryEntryResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
