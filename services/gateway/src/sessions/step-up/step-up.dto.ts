import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';

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
}
