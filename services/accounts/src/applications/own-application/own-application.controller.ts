import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountsErrors, AppError, requestErrors } from '@creator-connect/contracts';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../../tenant';
import { ChangeApplicationRequest, OwnApplicationResponse } from './own-application.dto';
import { OwnApplicationHandler } from './own-application.handler';
import { ReadOwnApplicationHandler } from './read-own-application.handler';
import { SubmitApplicationHandler } from './submit-application.handler';

/**
 * The application of the applicant who asks. Whoever changes it names it: a page that was opened for another one, which
 * was begun before in the same browser, must not write into this one.
 */
@ApiTags('applications')
@Controller('v1/applications')
export class OwnApplicationController {
  constructor(
    private readonly reading: ReadOwnApplicationHandler,
    private readonly own: OwnApplicationHandler,
    private readonly submission: SubmitApplicationHandler,
  ) {}

  @Get('current')
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Your application: what is asked, what you typed, what you connected' })
  @ApiOkResponse({ type: OwnApplicationResponse })
  show(@CurrentIdentity() identity: Identity): Promise<OwnApplicationResponse> {
    return this.reading.handle(organisationOf(identity), applicantOf(identity));
  }

  @Patch(':id')
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Keep what was typed so far' })
  @ApiOkResponse({ type: OwnApplicationResponse })
  async change(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeApplicationRequest,
  ): Promise<OwnApplicationResponse> {
    await this.own.change(organisationOf(identity), ownOf(identity, id), body);
    return this.show(identity);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Submit the application' })
  @ApiOkResponse({ type: OwnApplicationResponse })
  async submit(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnApplicationResponse> {
    await this.submission.handle(organisationOf(identity), ownOf(identity, id));
    return this.show(identity);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Withdraw the application: authorizations are revoked, everything typed is deleted' })
  @ApiNoContentResponse()
  withdraw(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.own.withdraw(organisationOf(identity), ownOf(identity, id));
  }

  @Delete(':id/social-accounts/:accountId')
  @HttpCode(204)
  @RequirePermission('application:write')
  @ApiOperation({ summary: 'Take an account out of the application; its authorization is revoked' })
  @ApiNoContentResponse()
  disconnect(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('accountId', ParseUUIDPipe) accountId: string,
  ): Promise<void> {
    return this.own.disconnect(organisationOf(identity), ownOf(identity, id), accountId);
  }
}

function applicantOf(identity: Identity): string {
  if (identity.kind !== 'applicant' || !identity.influencer) throw new AppError(requestErrors.forbidden);
  return identity.influencer;
}

/** Somebody else's, or one that was begun before, is as none. */
function ownOf(identity: Identity, id: string): string {
  if (applicantOf(identity) !== id) throw new AppError(accountsErrors.notFound);
  return id;
}
