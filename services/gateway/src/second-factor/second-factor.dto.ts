import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { SessionResponse } from '../sessions/current-session/current-session.dto';

export class SecondFactorResponse {
  @ApiProperty({ type: String, nullable: true })
  confirmedAt!: string | null;
  @ApiProperty()
  recoveryCodesLeft!: number;
}

export class EnrolmentResponse {
  @ApiProperty({ description: 'Base32, to type into an authenticator app' })
  secret!: string;
  @ApiProperty({ description: 'The same as otpauth:// address, for a QR code' })
  uri!: string;
}

export class ConfirmSecondFactorRequest {
  @ApiProperty()
  @IsString()
  @Length(6, 6)
  code!: string;
}

export class RecoveryCodesResponse {
  @ApiProperty({ type: [String], description: 'Shown this one time' })
  recoveryCodes!: string[];
}

export class ConfirmSecondFactorResponse extends RecoveryCodesResponse {
  @ApiProperty({ type: SessionResponse })
  session!: SessionResponse;
}
