import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { Influencer } from '../persistence/influencer.repository';
import type { MergePreview } from './merge-influencers.handler';
import type { Merged, MergeProposal } from './persistence/merge.repository';

export class MergePreviewQuery {
  @ApiProperty({ format: 'uuid', description: 'The entry that would become part of this one' })
  @IsUUID()
  other!: string;
}

export class MergeRequest {
  @ApiProperty({ format: 'uuid', description: 'The entry that becomes part of this one' })
  @IsUUID()
  influencerId!: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Fields of the preview whose value comes from that entry; else this one’s stands where it has one',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  take?: string[];
}

class MergeSideResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  static of = ({ id, name, email }: Influencer): MergeSideResponse => ({ id, name, email });
}

class MergeCountsResponse {
  @ApiProperty()
  socialAccounts!: number;

  @ApiProperty({ description: 'Open ones; their links go on working' })
  authorizationRequests!: number;

  @ApiProperty()
  campaigns!: number;

  @ApiProperty({ description: 'Of these campaigns, those that both are in' })
  sharedCampaigns!: number;

  @ApiProperty()
  groups!: number;

  @ApiProperty()
  notes!: number;
}

class MergedValueResponse {
  @ApiProperty({ example: 'fields.size', description: 'name, locale, timeZone, or fields.<key>' })
  field!: string;

  @ApiProperty({ type: String, nullable: true })
  kept!: string | null;

  @ApiProperty({ type: String, nullable: true })
  other!: string | null;

  @ApiProperty({ enum: ['kept', 'other'], description: 'Whose value stands if nothing else is chosen' })
  taken!: 'kept' | 'other';
}

export class MergePreviewResponse {
  @ApiProperty({ type: MergeSideResponse })
  kept!: MergeSideResponse;

  @ApiProperty({ type: MergeSideResponse })
  other!: MergeSideResponse;

  @ApiProperty({ type: MergeCountsResponse, description: 'What moves' })
  moves!: MergeCountsResponse;

  @ApiProperty({ type: [MergedValueResponse], description: 'Where the two differ' })
  values!: MergedValueResponse[];

  @ApiProperty({
    description:
      'Somebody has used the other entry: nothing moves before its person has said in their dashboard that both are theirs',
  })
  needsPerson!: boolean;

  @ApiProperty({ description: 'The same, if that entry were kept instead' })
  otherWayNeedsPerson!: boolean;

  static of({ kept, other, moves, values, ...asked }: MergePreview): MergePreviewResponse {
    return {
      kept: MergeSideResponse.of(kept),
      other: MergeSideResponse.of(other),
      moves: { ...moves },
      values: values.map((value) => ({ ...value })),
      ...asked,
    };
  }
}

export class MergeResponse {
  @ApiProperty({
    enum: ['merged', 'proposed'],
    description: 'proposed: it happens as soon as the person of the other entry confirms it in their dashboard',
  })
  status!: 'merged' | 'proposed';
}

class MergedResponse {
  @ApiProperty({ format: 'uuid', description: 'The id that the entry had' })
  influencerId!: string;

  @ApiProperty({ description: 'As it was called' })
  name!: string;

  @ApiProperty({ description: 'Member or API key' })
  mergedBy!: string;

  @ApiProperty()
  confirmedByPerson!: boolean;

  @ApiProperty({ format: 'date-time' })
  mergedAt!: string;

  static of = ({ influencerId, name, mergedBy, confirmedByPerson, mergedAt }: Merged): MergedResponse => ({
    influencerId,
    name,
    mergedBy,
    confirmedByPerson,
    mergedAt: mergedAt.toISOString(),
  });
}

class MergeProposalResponse {
  @ApiProperty({ format: 'uuid', description: 'Its person is asked' })
  influencerId!: string;

  @ApiProperty({ format: 'uuid' })
  keptId!: string;

  @ApiProperty({ description: 'Member or API key' })
  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The person said no' })
  declinedAt!: string | null;

  static of = ({ influencerId, keptId, proposedBy, proposedAt, declinedAt }: MergeProposal): MergeProposalResponse => ({
    influencerId,
    keptId,
    proposedBy,
    proposedAt: proposedAt.toISOString(),
    declinedAt: declinedAt?.toISOString() ?? null,
  });
}

export class MergesResponse {
  @ApiProperty({ type: [MergedResponse], description: 'What became part of this entry, newest first' })
  merged!: MergedResponse[];

  @ApiProperty({
    type: [MergeProposalResponse],
    description: 'What a person is asked, or was without agreeing, newest first',
  })
  proposals!: MergeProposalResponse[];

  static of({ merged, proposals }: { merged: Merged[]; proposals: MergeProposal[] }): MergesResponse {
    return {
      merged: merged.map((one) => MergedResponse.of(one)),
      proposals: proposals.map((one) => MergeProposalResponse.of(one)),
    };
  }
}
