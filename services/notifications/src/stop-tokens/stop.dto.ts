import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class StopToken {
  @ApiProperty({ description: 'From the mail' })
  @Matches(/^[\w-]{43}$/)
  token!: string;
}

export class StoppedResponse {
  @ApiProperty({ enum: ['stopped'] })
  status!: 'stopped';
}
