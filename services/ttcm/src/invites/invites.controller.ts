import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, decodeIdCursor, encodeCursor, ttcmErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf, ownerOf } from '../tenant';
import { InviteResponse, ListInvitesRequest, ListInvitesResponse, SendInviteRequest } from './invites.dto';
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
  @ApiOperation({
    summary: 'Invite a TikTok account, or the handle of an influencer without one, to the Creator Marketplace',
  })
  @ApiCreatedResponse({ type: InviteResponse })
  async send(@CurrentIdentity() identity: Identity, @Body() body: SendInviteRequest): Promise<InviteResponse> {
    const { socialAccountId: accountId, influencerId, handle } = body;
    const invited = accountId !== undefined ? { accountId } : { influencerId: influencerId!, handle: handle! };
    return InviteResponse.of(await this.sendInvite.handle(organisationOf(identity), invited));
  }

  @Get()
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Invitations of the organisation, newest first; a creator sees their own' })
  @ApiOkResponse({ type: ListInvitesResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: ListInvitesRequest): Promise<ListInvitesResponse> {
    const influencerId = ownerOf(identity) ?? query.influencerId;
    const after = query.cursor ? decodeIdCursor(query.cursor) : null;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const found = await this.invites.list(tx, { limit: query.limit + 1, after, influencerId });
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
      const owner = ownerOf(identity);
      if (!invite || (owner !== undefined && invite.influencerId !== owner)) throw new AppError(ttcmErrors.notFound);
      return InviteResponse.of(invite);
    });
  }
}
