import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, pageOf } from '../page';
import { organisationOf, ownerOf } from '../tenant';
import {
  AuthorizationLinkResponse,
  AuthorizationRequestResponse,
  CreateAuthorizationLinkRequest,
  CreateAuthorizationRequestRequest,
  ListAuthorizationRequestsRequest,
  ListAuthorizationRequestsResponse,
} from './authorization-request.dto';
import { CreateLinkHandler } from './create-link/create-link.handler';
import { CreateRequestHandler } from './create-request/create-request.handler';
import {
  AuthorizationRequestRepository,
  type AuthorizationRequest,
} from './persistence/authorization-request.repository';

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
  @ApiCreatedResponse({ type: AuthorizationRequestResponse })
  async request(
    @CurrentIdentity() identity: Identity,
    @Body() body: CreateAuthorizationRequestRequest,
  ): Promise<AuthorizationRequestResponse> {
    return AuthorizationRequestResponse.of(await this.createRequest.handle(organisationOf(identity), body));
  }

  @Get('authorization-requests')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Requests, newest first' })
  @ApiOkResponse({ type: ListAuthorizationRequestsResponse })
  list(
    @CurrentIdentity() identity: Identity,
    @Query() query: ListAuthorizationRequestsRequest,
  ): Promise<ListAuthorizationRequestsResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const filter = { influencerId: query.influencerId, limit: query.limit + 1, after: afterId(query) };
      const rows = await this.requests.list(tx, filter);
      const links = await this.requests.linksOf(
        tx,
        rows.map(({ id }) => id),
      );
      return pageOf(rows, query.limit, (request) => AuthorizationRequestResponse.of(request, links));
    });
  }

  @Get('authorization-requests/current')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'The request of the authorization link that the session came through' })
  @ApiOkResponse({ type: AuthorizationRequestResponse })
  current(@CurrentIdentity() identity: Identity): Promise<AuthorizationRequestResponse> {
    const id = identity.kind === 'link' ? identity.request : undefined;
    if (!id) throw new AppError(accountsErrors.notFound);
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) =>
      AuthorizationRequestResponse.of(await this.#visible(tx, identity, id)),
    );
  }

  @Get('authorization-requests/:id')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'A request with what is done and what is open' })
  @ApiOkResponse({ type: AuthorizationRequestResponse })
  show(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AuthorizationRequestResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const request = await this.#visible(tx, identity, id);
      const isOrganisation = identity.kind === 'member' || identity.kind === 'api_key';
      return AuthorizationRequestResponse.of(request, isOrganisation ? await this.requests.linksOf(tx, [id]) : []);
    });
  }

  @Post('authorization-requests/:id/withdrawal')
  @HttpCode(200)
  @RequirePermission('links:write')
  @ApiOperation({ summary: 'Withdraw a request; all of its links end at once' })
  @ApiOkResponse({ type: AuthorizationRequestResponse })
  withdraw(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AuthorizationRequestResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      await this.#visible(tx, identity, id);
      if (!(await this.requests.close(tx, id, 'withdrawn'))) throw new AppError(accountsErrors.requestClosed);
      const withdrawn = await this.#visible(tx, identity, id);
      return AuthorizationRequestResponse.of(withdrawn, await this.requests.linksOf(tx, [id]));
    });
  }

  @Post('authorization-links')
  @RequirePermission('links:write')
  @ApiOperation({ summary: 'Copy a link for a request, or have it mailed' })
  @ApiCreatedResponse({ type: AuthorizationLinkResponse })
  link(
    @CurrentIdentity() identity: Identity,
    @Body() { authorizationRequestId, delivery }: CreateAuthorizationLinkRequest,
  ): Promise<AuthorizationLinkResponse> {
    return this.createLink.handle(organisationOf(identity), authorizationRequestId, delivery);
  }

  /** A creator sees what was asked of them, the holder of a link only what that link is for. */
  async #visible(tx: Tx, identity: Identity, id: string): Promise<AuthorizationRequest> {
    const request = await this.requests.find(tx, id);
    const owner = ownerOf(identity);
    const foreign = owner !== undefined && request?.influencerId !== owner;
    const beyondLink = identity.kind === 'link' && identity.request !== id;
    if (!request || foreign || beyondLink) throw new AppError(accountsErrors.notFound);
    return request;
  }
}
