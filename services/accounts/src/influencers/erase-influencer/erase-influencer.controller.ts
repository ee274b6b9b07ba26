import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { assertStepUp, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { HeldResponse } from '../../own-data/erase/held.dto';
import { organisationOf } from '../../tenant';
import { EraseInfluencerHandler } from './erase-influencer.handler';

@ApiTags('influencers')
@Controller('v1/influencers')
export class EraseInfluencerController {
  constructor(private readonly handler: EraseInfluencerHandler) {}

  @Get(':id/removal')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What would be deleted with an influencer, in every service' })
  @ApiOkResponse({ type: HeldResponse })
  preview(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<HeldResponse> {
    return this.handler.preview({ organisationId: organisationOf(identity), influencerId: id });
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Erase an influencer; needs a proof of at most five minutes ago' })
  @ApiNoContentResponse()
  erase(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    assertStepUp(identity, new Date());
    return this.handler.erase({ organisationId: organisationOf(identity), influencerId: id }, identity.sub);
  }
}
