import { saidAs } from '@creator-connect/observability';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import {
  marketplaceStates,
  platforms,
  type AuthState,
  type MarketplaceState,
  type Platform,
} from '@creator-connect/contracts';
import { PlainText } from '../plain-text.decorator';
import type { AttentionRow, Campaign, ForecastRow } from './persistence/campaign.repository';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class CreateCampaignRequest {
  @ApiProperty()
  @PlainText(200)
  name!: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(day, saidAs('not_date'))
  @IsISO8601({ strict: true }, saidAs('not_date'))
  startsOn?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(day, saidAs('not_date'))
  @IsISO8601({ strict: true }, saidAs('not_date'))
  endsOn?: string;
}

export class ChangeCampaignRequest {
  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(200)
  name?: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'null: no date' })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @Matches(day, saidAs('not_date'))
  @IsISO8601({ strict: true }, saidAs('not_date'))
  startsOn?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'null: no date' })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @Matches(day, saidAs('not_date'))
  @IsISO8601({ strict: true }, saidAs('not_date'))
  endsOn?: string | null;
}

export class AddCampaignInfluencerRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  influencerId!: string;
}

export class CampaignResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  startsOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  endsOn!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of({ id, name, startsOn, endsOn, createdAt }: Campaign): CampaignResponse {
    return { id, name, startsOn, endsOn, createdAt: createdAt.toISOString() };
  }
}

export class ListCampaignsResponse {
  @ApiProperty({ type: [CampaignResponse] })
  items!: CampaignResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

class AttentionAccountResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;

  @ApiProperty({ enum: ['NON_AUTH', 'REAUTH'] })
  authState!: AuthState;

  @ApiProperty({ enum: marketplaceStates, nullable: true })
  marketplace!: MarketplaceState | null;

  @ApiProperty({ description: 'A marketplace account is tracked without its owner' })
  tracked!: boolean;

  @ApiProperty()
  cause!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;
}

class LinkActionResponse {
  @ApiProperty({ description: 'Request to make; its answer names the request for POST /v1/authorization-links' })
  href!: string;

  @ApiProperty({ enum: ['POST'] })
  method!: 'POST';

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  body!: Record<string, string>;
}

class AttentionInfluencerResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [AttentionAccountResponse] })
  accounts!: AttentionAccountResponse[];

  @ApiProperty({ description: 'What to do to ask this influencer for all of these accounts' })
  link!: LinkActionResponse;
}

export class AttentionResponse {
  @ApiProperty({ description: 'Accounts that need their owner; the notice is shown while it is above 0' })
  accounts!: number;

  @ApiProperty({ type: [AttentionInfluencerResponse] })
  influencers!: AttentionInfluencerResponse[];

  static of(rows: readonly AttentionRow[]): AttentionResponse {
    const byInfluencer = Map.groupBy(rows, (row) => row.influencerId);
    return {
      accounts: rows.length,
      influencers: [...byInfluencer].map(([id, accounts]) => ({
        id,
        name: accounts[0]!.influencerName,
        accounts: accounts.map(({ accountId, platform, handle, authState, marketplace, tracked, cause, since }) => ({
          id: accountId,
          platform,
          handle,
          authState,
          marketplace,
          tracked,
          cause,
          since: since.toISOString(),
        })),
        link: { method: 'POST', href: '/v1/authorization-requests', body: { influencerId: id } },
      })),
    };
  }
}

class ForecastAccountResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  influencerId!: string;

  @ApiProperty()
  influencerName!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;

  @ApiProperty({ format: 'date-time', description: 'When the authorization ends unless the creator renews it' })
  endsAt!: string;
}

export class ForecastResponse {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'End of the campaign; null: no end' })
  endsOn!: string | null;

  @ApiProperty({ type: [ForecastAccountResponse], description: 'Soonest first' })
  accounts!: ForecastAccountResponse[];

  static of({ endsOn }: Campaign, rows: readonly ForecastRow[]): ForecastResponse {
    return { endsOn, accounts: rows.map(({ endsAt, ...row }) => ({ ...row, endsAt: endsAt.toISOString() })) };
  }
}
