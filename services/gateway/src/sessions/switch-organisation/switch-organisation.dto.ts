import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

export class SwitchOrganisationRequest {
  @ApiProperty()
  @IsUUID()
  organisationId!: string;
}
