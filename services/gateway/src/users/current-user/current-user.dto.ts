import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, Length, MaxLength } from 'class-validator';

export class ChangeUserRequest {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;
}

export class ChangePasswordRequest {
  @ApiProperty({ description: 'The present one' })
  @IsString()
  @Length(1, 512)
  password!: string;

  @ApiProperty()
  @IsString()
  @Length(1, 512)
  newPassword!: string;
}
