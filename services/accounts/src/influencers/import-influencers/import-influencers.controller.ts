import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../../tenant';
import { ImportInfluencersRequest, ImportInfluencersResponse } from './import-influencers.dto';
import { ImportInfluencersHandler } from './import-influencers.handler';

@ApiTags('influencers')
@Controller('v1/influencers/imports')
export class ImportInfluencersController {
  constructor(private readonly handler: ImportInfluencersHandler) {}

  @Post()
  @HttpCode(200)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Add influencers from a CSV; answers what became of each row' })
  @ApiOkResponse({ type: ImportInfluencersResponse })
  run(
    @CurrentIdentity() identity: Identity,
    @Body() body: ImportInfluencersRequest,
  ): Promise<ImportInfluencersResponse> {
    return this.handler.handle(organisationOf(identity), body);
  }
}
