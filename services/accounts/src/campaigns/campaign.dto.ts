import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { AttentionRow, Campaign } from './persistence/campaign.repository';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class CreateCampaignRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  startsOn?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  endsOn?: string;
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

  @ApiProperty()
  platform!: string;

  @ApiProperty()
  handle!: string;

  @ApiProperty({ enum: ['NON_AUTH', 'REAUTH'] })
  authState!: string;

  @ApiProperty()
  cause!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;
}

class AttentionInfluencerResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [AttentionAccountResponse] })
  accounts!: AttentionAccountResponse[];
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
        accounts: accounts.map(({ accountId, platform, handle, authState, cause, since }) => ({
          id: accountId,
          platform,
          handle,
          authState,
          cause,
          since: since.toISOString(),
        })),
      })),
    };
  }
}
