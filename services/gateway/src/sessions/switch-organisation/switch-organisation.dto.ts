import { IsUUID } from 'class-validator';

export class SwitchOrganisationRequest {
  @IsUUID()
  organisationId!: string;
}
