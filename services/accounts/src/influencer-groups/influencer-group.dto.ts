import { ApiProperty } from '@nestjs/swagger';
import { PlainText } from '../plain-text.decorator';
import type { InfluencerGroup } from './persistence/influencer-group.repository';

export class InfluencerGroupRequest {
  @ApiProperty()
  @PlainText(120)
  name!: string;
}

export class InfluencerGroupResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'How many are in it' })
  influencers!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of({ id, name, influencers, createdAt }: InfluencerGroup): InfluencerGroupResponse {
    return { id, name, influencers, createdAt: createdAt.toISOString() };
  }
}

export class ListInfluencerGroupsResponse {
  @ApiProperty({ type: [InfluencerGroupResponse] })
  items!: InfluencerGroupResponse[];
}
