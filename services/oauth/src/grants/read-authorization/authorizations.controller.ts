import { AppError, requestErrors } from '@creator-connect/contracts';
import { CurrentIdentity, type Identity, RequirePermission } from '@creator-connect/security';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RevokeGrantHandler } from '../../revocation/revoke-grant.handler';
import { CheckAuthorizationHandler } from '../../verification/check-authorization.handler';
import { AuthorizationResponse, VerificationResponse } from './authorization.dto';
import { ReadAuthorizationHandler } from './read-authorization.handler';

@ApiTags('authorizations')
@Controller('v1/social-accounts/:id/authorization')
export class AuthorizationsController {
  constructor(
    private readonly reading: ReadAuthorizationHandler,
    private readonly checking: CheckAuthorizationHandler,
    private readonly revoking: RevokeGrantHandler,
  ) {}

  @Get()
  @RequirePermission('authorization:read')
  @ApiOperation({ summary: 'What was authorized, by whom, until when, and why it ended' })
  @ApiOkResponse({ type: AuthorizationResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<AuthorizationResponse> {
    return this.reading.handle(identity, id);
  }

  @Post('verifications')
  @HttpCode(200)
  @RequirePermission('authorization:verify')
  @ApiOperation({ summary: 'Ask the platform now whether the authorization still lives' })
  @ApiOkResponse({ type: VerificationResponse })
  async verify(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VerificationResponse> {
    if (!identity.org) throw new AppError(requestErrors.forbidden);
    const { org: organisationId, influencer: influencerId } = identity;
    const outcome = await this.checking.handle({ organisationId, socialAccountId: id, influencerId });
    const { state } = await this.reading.handle(identity, id);
    return { outcome, state };
  }

  @Post('revocations')
  @HttpCode(200)
  @RequirePermission('authorization:revoke')
  @ApiOperation({ summary: 'Revoke Authorization: tokens are destroyed now, the platform is told' })
  @ApiOkResponse({ type: AuthorizationResponse })
  async revoke(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AuthorizationResponse> {
    if (!identity.org || !identity.influencer) throw new AppError(requestErrors.forbidden);
    const { org: organisationId, influencer: influencerId } = identity;
    await this.revoking.handle({ organisationId, socialAccountId: id, by: 'person', influencerId });
    return this.reading.handle(identity, id);
  }
}
