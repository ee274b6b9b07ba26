import { CurrentIdentity, type Identity, ServiceRoute } from '@creator-connect/security';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsString, IsUUID, Length } from 'class-validator';
import { type LeasedToken, LeaseTokenHandler } from './lease-token.handler';

class LeaseTokenRequest {
  @IsUUID()
  socialAccountId!: string;

  @IsString()
  @Length(1, 60)
  purpose!: string;
}

@ApiExcludeController()
@Controller('internal/token-leases')
export class TokenLeasesController {
  constructor(private readonly leaseToken: LeaseTokenHandler) {}

  @Post()
  @HttpCode(200)
  @ServiceRoute('collector')
  lease(@CurrentIdentity() identity: Identity, @Body() body: LeaseTokenRequest): Promise<LeasedToken> {
    return this.leaseToken.handle(body.socialAccountId, identity.sub, body.purpose);
  }
}
