import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { assertStepUp, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../../tenant';
import {
  MergePreviewQuery,
  MergePreviewResponse,
  MergeRequest,
  MergeResponse,
  MergesResponse,
} from './merge-influencers.dto';
import { MergeInfluencersHandler } from './merge-influencers.handler';

@ApiTags('influencers')
@Controller('v1/influencers/:id')
export class MergeInfluencersController {
  constructor(private readonly handler: MergeInfluencersHandler) {}

  @Get('merge-preview')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What would happen if another entry of the same person became part of this one' })
  @ApiOkResponse({ type: MergePreviewResponse })
  async preview(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { other }: MergePreviewQuery,
  ): Promise<MergePreviewResponse> {
    return MergePreviewResponse.of(await this.handler.preview(organisationOf(identity), id, other));
  }

  @Get('merges')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Which entries became part of this one, and what waits for a person’s word' })
  @ApiOkResponse({ type: MergesResponse })
  async list(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<MergesResponse> {
    return MergesResponse.of(await this.handler.history(organisationOf(identity), id));
  }

  @Post('merges')
  @HttpCode(200)
  @RequirePermission('influencers:write')
  @ApiOperation({
    summary:
      'Make another entry of the same person part of this one, for good; needs a proof of at most five minutes ago',
  })
  @ApiOkResponse({ type: MergeResponse })
  async merge(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { influencerId, take = [] }: MergeRequest,
  ): Promise<MergeResponse> {
    assertStepUp(identity, new Date());
    const organisationId = organisationOf(identity);
    const command = { organisationId, keptId: id, otherId: influencerId, taken: take, actor: identity.sub };
    return { status: await this.handler.merge(command) };
  }

  @Delete('merge-proposal')
  @HttpCode(204)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Ask the person of this entry no more whether another one is theirs as well' })
  @ApiNoContentResponse()
  withdraw(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.handler.withdraw(organisationOf(identity), id);
  }
}
