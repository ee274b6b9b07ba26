import { Controller, Delete, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { assertStepUp, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../../tenant';
import { EraseInfluencerHandler } from './erase-influencer.handler';

class RemovalResponse {
  @ApiProperty({ description: 'Their authorizations are revoked, what was collected is deleted everywhere' })
  socialAccounts!: number;

  @ApiProperty()
  authorizationRequests!: number;

  @ApiProperty({ description: 'Campaigns they are taken out of' })
  campaigns!: number;

  @ApiProperty()
  notes!: number;
}

@ApiTags('influencers')
@Controller('v1/influencers')
export class EraseInfluencerController {
  constructor(private readonly handler: EraseInfluencerHandler) {}

  @Get(':id/removal')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What would be deleted with an influencer' })
  @ApiOkResponse({ type: RemovalResponse })
  preview(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<RemovalResponse> {
    return this.handler.preview(organisationOf(identity), id);
  }

  @Delete(':id')
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Erase an influencer; needs a proof of at most five minutes ago. Answers what was deleted' })
  @ApiOkResponse({ type: RemovalResponse })
  erase(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<RemovalResponse> {
    assertStepUp(identity, new Date());
    return this.handler.erase(organisationOf(identity), id, identity.sub);
  }
}
