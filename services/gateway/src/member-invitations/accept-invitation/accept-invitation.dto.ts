import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { InvitationTokenRequest } from '../member-invitation.dto';

export class AcceptInvitationRequest extends InvitationTokenRequest {
  @ApiPropertyOptional({ description: 'Of somebody new here' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name?: string;

  @ApiProperty({ description: 'The new password of somebody new, the present one of everybody else' })
  @IsString()
  @Length(1, 512)
  password!: string;
}
