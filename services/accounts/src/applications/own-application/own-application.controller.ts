import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../../tenant';
import { ChangeApplicationRequest, OwnApplicationResponse } from './own-application.dto';
import { OwnApplicationHandler } from './own-application.handler';
import { ReadOwnApplicationHandler } from './read-own-application.handler';
import { SubmitApplicationHandler } from './submit-application.handler';

/** The application of the applicant who asks; there is no other that they could name. */
@ApiTags('applications')
@Controller('v1/applications/current')
export class OwnApplicationController {
  constructor(
    private readonly reading: ReadOwnApplicationHandler,
    private readonly own: OwnApplicationHandler,
    private readonly submission: SubmitApplicationHandler,
  ) {}

  @Get()
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Your application: what is asked, what you typed, what you connected' })
  @ApiOkResponse({ type: OwnApplicationResponse })
  show(@CurrentIdentity() identity: Identity): Promise<OwnApplicationResponse> {
    return this.reading.handle(organisationOf(identity), applicantOf(identity));
  }

  @Patch()
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Keep what was typed so far' })
  @ApiOkResponse({ type: OwnApplicationResponse })
  async change(
    @CurrentIdentity() identity: Identity,
    @Body() body: ChangeApplicationRequest,
  ): Promise<OwnApplicationResponse> {
    await this.own.change(organisationOf(identity), applicantOf(identity), body);
    return this.show(identity);
  }

  @Post('submission')
  @HttpCode(200)
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Submit the application' })
  @ApiOkResponse({ type: OwnApplicationResponse })
  async submit(@CurrentIdentity() identity: Identity): Promise<OwnApplicationResponse> {
    await this.submission.handle(organisationOf(identity), applicantOf(identity));
    return this.show(identity);
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Withdraw the application: authorizations are revoked, everything typed is deleted' })
  @ApiNoContentResponse()
  withdraw(@CurrentIdentity() identity: Identity): Promise<void> {
    return this.own.withdraw(organisationOf(identity), applicantOf(identity));
  }

  @Delete('social-accounts/:accountId')
  @HttpCode(204)
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Take an account out of the application; its authorization is revoked' })
  @ApiNoContentResponse()
  disconnect(
    @CurrentIdentity() identity: Identity,
    @Param('accountId', ParseUUIDPipe) accountId: string,
  ): Promise<void> {
    return this.own.disconnect(organisationOf(identity), applicantOf(identity), accountId);
  }
}

function applicantOf(identity: Identity): string {
  if (identity.kind !== 'applicant' || !identity.influencer) throw new AppError(requestErrors.forbidden);
  return identity.influencer;
}
