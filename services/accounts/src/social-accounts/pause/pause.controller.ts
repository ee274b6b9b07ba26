import { Controller, Delete, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { ownOf } from '../../tenant';
import { SocialAccountResponse } from '../social-account.dto';
import { PauseHandler } from './pause.handler';

@ApiTags('own-data')
@Controller('v1/social-accounts')
export class PauseController {
  constructor(private readonly handler: PauseHandler) {}

  @Put('pause')
  @HttpCode(204)
  @RequirePermission('own-data:write')
  @ApiOperation({ summary: 'Pause the collection of all own accounts: their authorizations stay, nobody is reminded' })
  @ApiNoContentResponse()
  pauseAll(@CurrentIdentity() identity: Identity): Promise<void> {
    return this.handler.all(ownOf(identity), true);
  }

  @Delete('pause')
  @HttpCode(204)
  @RequirePermission('own-data:write')
  @ApiOperation({ summary: 'Go on with the collection of all own accounts' })
  @ApiNoContentResponse()
  resumeAll(@CurrentIdentity() identity: Identity): Promise<void> {
    return this.handler.all(ownOf(identity), false);
  }

  @Put(':id/pause')
  @RequirePermission('own-data:write')
  @ApiOperation({ summary: 'Pause the collection of an own account' })
  @ApiOkResponse({ type: SocialAccountResponse })
  pause(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<SocialAccountResponse> {
    return this.handler.one(ownOf(identity), id, true).then((account) => SocialAccountResponse.of(account));
  }

  @Delete(':id/pause')
  @RequirePermission('own-data:write')
  @ApiOperation({ summary: 'Go on with the collection of an own account' })
  @ApiOkResponse({ type: SocialAccountResponse })
  resume(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SocialAccountResponse> {
    return this.handler.one(ownOf(identity), id, false).then((account) => SocialAccountResponse.of(account));
  }
}
