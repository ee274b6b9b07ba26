import { saidAs } from '@creator-connect/observability';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class ProveLinkRequest {
  @ApiProperty()
  @Matches(/^\d{6}$/, saidAs('not_code'))
  code!: string;
}
