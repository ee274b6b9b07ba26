import { PageQuery } from '@creator-connect/observability';
import { assertStepUp, type Identity } from '@creator-connect/security';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../clock';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { FirstOwners } from '../../member-invitations/first-owners';
import { AccountsPort, type ListedOrganisation } from '../../peers/accounts.port';
import { operatorOf } from '../operator';
import { FoundOrganisationHandler } from './found-organisation.handler';
import {
  CreateOrganisationRequest,
  InviteOwnerRequest,
  ListOperatorOrganisationsResponse,
  OperatorOrganisation,
} from './organisations.dto';

/** Which organisations the installation has: of what is in them an operator sees nothing, and of their people the number. */
@ApiTags('operations')
@Controller('v1/operations/organisations')
export class OrganisationsController {
  constructor(
    private readonly handler: FoundOrganisationHandler,
    private readonly accounts: AccountsPort,
    private readonly owners: FirstOwners,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The organisations of the installation, newest first; for operators' })
  @ApiOkResponse({ type: ListOperatorOrganisationsResponse })
  async list(
    @Query() page: PageQuery,
    @CurrentSession() caller: SessionCaller,
  ): Promise<ListOperatorOrganisationsResponse> {
    const { items: listed, nextCursor } = await this.accounts.organisations(operatorOf(caller), page);
    const items: OperatorOrganisation[] = [];
    // One after the other: few wait for their owner, and each takes a connection.
    for (const one of listed) items.push(await this.shown(one));
    return { items, nextCursor };
  }

  @Post()
  @ApiOperation({
    summary: 'Make an organisation and invite its owner; needs a proof of at most five minutes ago',
    description: 'The same name and owner again, within a day, is the same organisation: a request may be repeated.',
  })
  @ApiCreatedResponse({ type: OperatorOrganisation })
  async create(
    @Body() request: CreateOrganisationRequest,
    @CurrentSession() caller: SessionCaller,
  ): Promise<OperatorOrganisation> {
    return this.shown(await this.handler.found(this.proven(caller), request));
  }

  @Put(':id/owner-invitation')
  @ApiOperation({
    summary: 'Invite the first owner again, or somebody else; needs a proof of at most five minutes ago',
    description: 'The invitation before ends. Refused once the organisation has an owner.',
  })
  @ApiOkResponse({ type: OperatorOrganisation })
  async inviteOwner(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: InviteOwnerRequest,
    @CurrentSession() caller: SessionCaller,
  ): Promise<OperatorOrganisation> {
    return this.shown(await this.handler.inviteOwner(this.proven(caller), id, request));
  }

  /** Who comes in as an owner is decided here, so a session left open is not enough. */
  private proven(caller: SessionCaller): Identity {
    const operator = operatorOf(caller);
    assertStepUp(operator, this.clock.now());
    return operator;
  }

  private async shown({ id, name, createdAt, members }: ListedOrganisation): Promise<OperatorOrganisation> {
    if (members > 0) return { id, name, createdAt, members, owner: { state: 'active', email: null, expiresAt: null } };
    const { state, email, expiresAt } = await this.owners.of(id);
    return { id, name, createdAt, members, owner: { state, email, expiresAt: expiresAt?.toISOString() ?? null } };
  }
}
