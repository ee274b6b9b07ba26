import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class ProveLinkRequest {
  @ApiProperty()
  @Matches(/^\d{6}$/, { message: 'code must be six digits' })
  code!: string;
}
