import { ApiProperty } from '@nestjs/swagger';
import { provenances, type Provenance } from '../vendor-data/domain/vendor-record';
import { RecordMetricResponse } from '../posts/list-posts/posts.dto';

class AudiencePartResponse {
  @ApiProperty({ example: '25-34' })
  key!: string;

  @ApiProperty()
  value!: number;
}

class AudienceBreakdownResponse {
  @ApiProperty({ enum: ['age', 'gender', 'country', 'city'] })
  dimension!: string;

  @ApiProperty({ type: [AudiencePartResponse] })
  parts!: AudiencePartResponse[];

  @ApiProperty({ format: 'date-time' })
  collectedAt!: string;
}

export class ProfileResponse {
  @ApiProperty()
  handle!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty({ type: [RecordMetricResponse] })
  metrics!: RecordMetricResponse[];

  @ApiProperty({ type: [AudienceBreakdownResponse] })
  audience!: AudienceBreakdownResponse[];

  @ApiProperty({ format: 'date-time' })
  collectedAt!: string;

  @ApiProperty({ enum: provenances, description: 'Where it comes from' })
  provenance!: Provenance;
}
