import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  authStates,
  marketplaceStates,
  platforms,
  type AuthState,
  type MarketplaceState,
  type Platform,
} from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import type { Influencer } from './persistence/influencer.repository';
import { rosterStates, type RosterEntry, type RosterState } from './persistence/roster';

export class ListInfluencersQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Beginnings of words of name, address or handle' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional({
    enum: platforms,
    description: 'With authState and marketplace: one account meets all of them',
  })
  @IsOptional()
  @IsIn(platforms)
  platform?: Platform;

  @ApiPropertyOptional({
    enum: rosterStates,
    description: 'ATTENTION: the account needs its owner, for it is not authenticated and nobody paused it',
  })
  @IsOptional()
  @IsIn(rosterStates)
  authState?: RosterState;

  @ApiPropertyOptional({ enum: marketplaceStates })
  @IsOptional()
  @IsIn(marketplaceStates)
  marketplace?: MarketplaceState;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  groupId?: string;
}

export class InfluencerResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Fields of your organisation' })
  fields!: Record<string, string>;

  @ApiProperty({ format: 'date-time' })
  approvedAt!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of({ id, name, email, locale, timeZone, fields, approvedAt, createdAt }: Influencer): InfluencerResponse {
    const [approved, created] = [approvedAt.toISOString(), createdAt.toISOString()];
    return { id, name, email, locale, timeZone, fields: { ...fields }, approvedAt: approved, createdAt: created };
  }
}

class RosterAccountResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;

  @ApiProperty({ enum: authStates })
  authState!: AuthState;

  @ApiProperty({ enum: marketplaceStates, nullable: true })
  marketplace!: MarketplaceState | null;

  @ApiProperty()
  tracked!: boolean;

  @ApiProperty({ description: 'The creator wants nothing collected for now' })
  paused!: boolean;
}

class RosterEntryResponse extends InfluencerResponse {
  @ApiProperty({ type: [RosterAccountResponse] })
  socialAccounts!: RosterAccountResponse[];

  static entry({ accounts, ...influencer }: RosterEntry): RosterEntryResponse {
    const socialAccounts = accounts.map(({ id, platform, handle, authState, marketplace, tracked, pausedAt }) => ({
      id,
      platform,
      handle,
      authState,
      marketplace,
      tracked,
      paused: pausedAt !== null,
    }));
    return { ...InfluencerResponse.of(influencer), socialAccounts };
  }
}

export class ListInfluencersResponse {
  @ApiProperty({ type: [RosterEntryResponse] })
  items!: RosterEntryResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export const rosterEntry = (entry: RosterEntry) => RosterEntryResponse.entry(entry);
