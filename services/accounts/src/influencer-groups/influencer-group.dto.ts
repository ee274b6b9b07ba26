import { ApiProperty } from '@nestjs/swagger';
import { PlainText } from '../plain-text.decorator';
import type { InfluencerGroup } from './persistence/influencer-group.repository';

export class InfluencerGroupRequest {
  @ApiProperty()
  @PlainText(120)
  name!: string;
}

class ApplicationLinkResponse {
  @ApiProperty({ format: 'uri', description: 'Where new influencers apply' })
  url!: string;

  @ApiProperty({ description: 'Whether it takes new applications' })
  open!: boolean;
}

export class InfluencerGroupResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'How many are in it' })
  influencers!: number;

  @ApiProperty({ type: ApplicationLinkResponse })
  applicationLink!: ApplicationLinkResponse;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of(group: InfluencerGroup, publicUrl: string): InfluencerGroupResponse {
    const { id, name, influencers, createdAt, slug, open } = group;
    const applicationLink = { url: `${publicUrl}/apply/${slug}`, open };
    return { id, name, influencers, applicationLink, createdAt: createdAt.toISOString() };
  }
}

export class ListInfluencerGroupsResponse {
  @ApiProperty({ type: [InfluencerGroupResponse] })
  items!: InfluencerGroupResponse[];
}
