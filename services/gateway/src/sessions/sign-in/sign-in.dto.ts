import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, IsTimeZone, Length, MaxLength } from 'class-validator';

export class SignInRequest {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty()
  @IsString()
  @Length(1, 512)
  password!: string;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    description: 'Where the member is, for mails that come in the morning',
  })
  @IsOptional()
  @IsTimeZone()
  @MaxLength(60)
  timeZone?: string;
}
