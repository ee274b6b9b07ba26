import { ApiProperty } from '@nestjs/swagger';
import { InfluencerFieldDto } from '../../influencer-fields/influencer-field.dto';
import type { ApplicationForm } from './find-application-form';

export class ApplicationFormResponse {
  @ApiProperty()
  organisationName!: string;

  @ApiProperty({ description: 'Of the group that the link belongs to' })
  groupName!: string;

  @ApiProperty({ type: [InfluencerFieldDto], description: 'What the organisation asks, in this order' })
  fields!: InfluencerFieldDto[];

  static of({ organisationName, groupName, fields }: ApplicationForm): ApplicationFormResponse {
    return {
      organisationName,
      groupName,
      fields: fields.map((field) => ({ ...field, choices: [...field.choices] })),
    };
  }
}
