import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsTimeZone, Length, MaxLength } from 'class-validator';

export class StepUpRequest {
  @ApiPropertyOptional({
    description: 'Of the authenticator app, a recovery code, or the code that was mailed to a creator',
  })
  @IsOptional()
  @IsString()
  @Length(6, 40)
  code?: string;

  @ApiPropertyOptional({ description: 'Where there is no second factor' })
  @IsOptional()
  @IsString()
  @Length(1, 512)
  password?: string;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    description: 'Where the member is, where this completes a sign-in',
  })
  @IsOptional()
  @IsTimeZone()
  @MaxLength(60)
  timeZone?: string;
}
