import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, decodeIdCursor, encodeCursor, requestErrors, ttcmErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { PageQuery } from '@creator-connect/observability';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { InviteResponse, ListInvitesResponse, SendInviteRequest } from './invites.dto';
import { InviteRepository } from './persistence/invite.repository';
import { SendInviteHandler } from './send-invite/send-invite.handler';

@ApiTags('ttcm-invites')
@Controller('v1/ttcm-invites')
export class InvitesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sendInvite: SendInviteHandler,
    private readonly invites: InviteRepository,
  ) {}

  @Post()
  @RequirePermission('ttcm:write')
  @ApiOperation({ summary: 'Invite a TikTok account to the Creator Marketplace' })
  @ApiCreatedResponse({ type: InviteResponse })
  async send(@CurrentIdentity() identity: Identity, @Body() body: SendInviteRequest): Promise<InviteResponse> {
    return InviteResponse.of(await this.sendInvite.handle(organisationOf(identity), body.socialAccountId));
  }

  @Get()
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Invitations of the organisation, newest first' })
  @ApiOkResponse({ type: ListInvitesResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<ListInvitesResponse> {
    const after = query.cursor ? decodeIdCursor(query.cursor) : null;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const found = await this.invites.list(tx, query.limit + 1, after);
      const items = found.slice(0, query.limit).map((invite) => InviteResponse.of(invite));
      const last = items.at(-1);
      return { items, nextCursor: found.length > query.limit && last ? encodeCursor([last.id]) : null };
    });
  }

  @Get(':id')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'One invitation' })
  @ApiOkResponse({ type: InviteResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<InviteResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const invite = await this.invites.find(tx, id);
      if (!invite) throw new AppError(ttcmErrors.notFound);
      return InviteResponse.of(invite);
    });
  }
}

function organisationOf(identity: Identity): string {
  if (!identity.org) throw new AppError(requestErrors.forbidden);
  return identity.org;
}
