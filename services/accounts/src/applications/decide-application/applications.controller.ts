import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, pageOf } from '../../page';
import { organisationOf } from '../../tenant';
import { ApplicationResponse, ListApplicationsQuery, ListApplicationsResponse } from '../application.dto';
import { ApplicationRecords } from '../application-records';
import { DecideApplicationHandler } from './decide-application.handler';

@ApiTags('applications')
@Controller('v1/applications')
export class ApplicationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ApplicationRecords,
    private readonly decide: DecideApplicationHandler,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Applications to your organisation, newest first' })
  @ApiOkResponse({ type: ListApplicationsResponse })
  list(
    @CurrentIdentity() identity: Identity,
    @Query() query: ListApplicationsQuery,
  ): Promise<ListApplicationsResponse> {
    const { status, groupId, limit } = query;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const filter = { status, groupId, limit: limit + 1, after: afterId(query) };
      const found = await this.records.applications.list(tx, filter);
      const ids = found.map(({ id }) => id);
      const accounts = Map.groupBy(await this.records.accounts.connectedOf(tx, ids), (one) => one.influencerId);
      return pageOf(found, limit, (one) => ApplicationResponse.of(one, accounts.get(one.id) ?? []));
    });
  }

  @Get(':id')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'One application' })
  @ApiOkResponse({ type: ApplicationResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<ApplicationResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), (tx) => this.#read(tx, id));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Approve: the applicant joins the roster, gets access by mail, and collection starts' })
  @ApiOkResponse({ type: ApplicationResponse })
  async approve(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ApplicationResponse> {
    await this.decide.approve(organisationOf(identity), id, identity.sub);
    return this.show(identity, id);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Decline: the authorizations are revoked, the rest is deleted after seven days' })
  @ApiOkResponse({ type: ApplicationResponse })
  async decline(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ApplicationResponse> {
    await this.decide.decline(organisationOf(identity), id, identity.sub);
    return this.show(identity, id);
  }

  async #read(tx: Tx, id: string): Promise<ApplicationResponse> {
    const application = await this.records.applications.find(tx, id);
    if (!application || application.status === 'draft') throw new AppError(accountsErrors.notFound);
    return ApplicationResponse.of(application, await this.records.accounts.connectedOf(tx, [id]));
  }
}
