import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class UseSignInLinkRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  token!: string;
}
