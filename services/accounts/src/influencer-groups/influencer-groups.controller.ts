import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors, newId } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { AccountsSettings } from '../accounts-settings';
import { ApplicationLinkRepository } from '../applications/persistence/application-link.repository';
import { FindInfluencer } from '../influencers/find-influencer';
import { organisationOf } from '../tenant';
import { InfluencerGroupRequest, InfluencerGroupResponse, ListInfluencerGroupsResponse } from './influencer-group.dto';
import { InfluencerGroupRepository } from './persistence/influencer-group.repository';

@ApiTags('influencers')
@Controller('v1/influencer-groups')
export class InfluencerGroupsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: InfluencerGroupRepository,
    private readonly find: FindInfluencer,
    private readonly links: ApplicationLinkRepository,
    private readonly settings: AccountsSettings,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Groups of influencers, by name' })
  @ApiOkResponse({ type: ListInfluencerGroupsResponse })
  async list(@CurrentIdentity() identity: Identity): Promise<ListInfluencerGroupsResponse> {
    const groups = await this.unitOfWork.tenant(organisationOf(identity), (tx) => this.groups.list(tx));
    return { items: groups.map((group) => InfluencerGroupResponse.of(group, this.settings.publicUrl)) };
  }

  @Post()
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Make a group, with an application link of its own' })
  @ApiCreatedResponse({ type: InfluencerGroupResponse })
  add(
    @CurrentIdentity() identity: Identity,
    @Body() { name }: InfluencerGroupRequest,
  ): Promise<InfluencerGroupResponse> {
    const organisationId = organisationOf(identity);
    const id = newId();
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.groups.add(tx, organisationId, id, name))) throw new AppError(accountsErrors.groupExists);
      await this.links.add(tx, organisationId, id);
      return this.#view(tx, id);
    });
  }

  @Patch(':id')
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Rename a group' })
  @ApiOkResponse({ type: InfluencerGroupResponse })
  rename(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name }: InfluencerGroupRequest,
  ): Promise<InfluencerGroupResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      await this.#assertGroup(tx, id);
      if (!(await this.groups.rename(tx, id, name))) throw new AppError(accountsErrors.groupExists);
      return this.#view(tx, id);
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Delete a group; its influencers stay in the roster' })
  @ApiNoContentResponse()
  async remove(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const removed = await this.unitOfWork.tenant(organisationOf(identity), (tx) => this.groups.remove(tx, id));
    if (!removed) throw new AppError(accountsErrors.notFound);
  }

  @Put(':id/influencers/:influencerId')
  @HttpCode(204)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Put an influencer into a group' })
  @ApiNoContentResponse()
  put(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
  ): Promise<void> {
    const organisationId = organisationOf(identity);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#assertGroup(tx, id);
      await this.find.holdOrRefuse(tx, influencerId);
      await this.groups.putInfluencer(tx, organisationId, id, influencerId);
    });
  }

  @Delete(':id/influencers/:influencerId')
  @HttpCode(204)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Take an influencer out of a group' })
  @ApiNoContentResponse()
  take(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
  ): Promise<void> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      await this.#assertGroup(tx, id);
      await this.groups.takeInfluencer(tx, id, influencerId);
    });
  }

  async #view(tx: Tx, id: string): Promise<InfluencerGroupResponse> {
    return InfluencerGroupResponse.of((await this.groups.find(tx, id))!, this.settings.publicUrl);
  }

  async #assertGroup(tx: Tx, id: string): Promise<void> {
    if (!(await this.groups.find(tx, id))) throw new AppError(accountsErrors.notFound);
  }
}
