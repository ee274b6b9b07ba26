import { Controller, Get, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '@creator-connect/security';
import { NotificationsSettings } from '../../notifications-settings';
import { StoppedResponse, StopToken } from '../../stop-tokens/stop.dto';
import { StopDigestHandler } from './stop-digest.handler';

/** The address in the `List-Unsubscribe` header of digests, which works as that of reminders does. */
@ApiTags('messages')
@Controller('unsubscribe/digest')
export class StopDigestController {
  constructor(
    private readonly stopDigest: StopDigestHandler,
    private readonly settings: NotificationsSettings,
  ) {}

  @Get(':token')
  @PublicRoute()
  @Redirect(undefined, 303)
  @ApiOperation({ summary: 'For people: leads to a page with a button' })
  @ApiResponse({ status: 303 })
  page(@Param() { token }: StopToken): { url: string } {
    return { url: `${this.settings.publicUrl}/stop-digest#${token}` };
  }

  @Post(':token')
  @HttpCode(200)
  @PublicRoute()
  @ApiOperation({ summary: 'No more digests of this organisation (RFC 8058 one-click)' })
  @ApiOkResponse({ type: StoppedResponse })
  async stop(@Param() { token }: StopToken): Promise<StoppedResponse> {
    await this.stopDigest.handle(token);
    return { status: 'stopped' };
  }
}
