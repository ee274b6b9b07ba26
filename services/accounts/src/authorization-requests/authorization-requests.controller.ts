import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import {
  AuthorizationLinkResponse,
  AuthorizationRequestResponse,
  CreateAuthorizationLinkRequest,
  CreateAuthorizationRequestRequest,
} from './authorization-request.dto';
import { CreateLinkHandler } from './create-link/create-link.handler';
import { CreateRequestHandler } from './create-request/create-request.handler';
import { AuthorizationRequestRepository } from './persistence/authorization-request.repository';

@ApiTags('authorization-links')
@Controller('v1')
export class AuthorizationRequestsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: AuthorizationRequestRepository,
    private readonly createRequest: CreateRequestHandler,
    private readonly createLink: CreateLinkHandler,
  ) {}

  @Post('authorization-requests')
  @RequirePermission('links:write')
  @ApiOperation({ summary: 'Ask an influencer to authenticate accounts' })
  async request(
    @CurrentIdentity() identity: Identity,
    @Body() body: CreateAuthorizationRequestRequest,
  ): Promise<AuthorizationRequestResponse> {
    return AuthorizationRequestResponse.of(await this.createRequest.handle(organisationOf(identity), body));
  }

  @Get('authorization-requests/:id')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'A request with what is done and what is open' })
  show(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AuthorizationRequestResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const request = await this.requests.find(tx, id);
      const own = identity.kind !== 'influencer' && identity.kind !== 'link';
      if (!request || (!own && request.influencerId !== identity.influencer))
        throw new AppError(accountsErrors.notFound);
      return AuthorizationRequestResponse.of(request);
    });
  }

  @Post('authorization-links')
  @RequirePermission('links:write')
  @ApiOperation({ summary: 'Copy a link for a request, or have it mailed' })
  link(
    @CurrentIdentity() identity: Identity,
    @Body() { authorizationRequestId, delivery }: CreateAuthorizationLinkRequest,
  ): Promise<AuthorizationLinkResponse> {
    return this.createLink.handle(organisationOf(identity), authorizationRequestId, delivery);
  }
}
