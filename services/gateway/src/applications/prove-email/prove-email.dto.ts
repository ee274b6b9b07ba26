import { saidAs } from '@creator-connect/observability';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, Matches, MaxLength } from 'class-validator';

export class SendApplicationCodeRequest {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class ProveEmailRequest extends SendApplicationCodeRequest {
  @ApiProperty()
  @Matches(/^\d{6}$/, saidAs('not_code'))
  code!: string;
}
