import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ContinueApplicationRequest {
  @ApiProperty({ description: 'Of the mailed link' })
  @IsString()
  @Length(1, 200)
  token!: string;
}
