import { Controller, Get, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '@creator-connect/security';
import { NotificationsSettings } from '../../notifications-settings';
import { StoppedResponse, StopToken } from '../../stop-tokens/stop.dto';
import { StopRemindersHandler } from './stop-reminders.handler';

/**
 * The address in the `List-Unsubscribe` header of reminders. RFC 8058: a mail program posts to it, with no cookie and no
 * token of ours but the one in the path; GET must change nothing, since scanners and curious programs fetch it.
 */
@ApiTags('messages')
@Controller('unsubscribe')
export class StopRemindersController {
  constructor(
    private readonly stopReminders: StopRemindersHandler,
    private readonly settings: NotificationsSettings,
  ) {}

  /** The token goes on behind the `#`, where no server and no log sees it. */
  @Get(':token')
  @PublicRoute()
  @Redirect(undefined, 303)
  @ApiOperation({ summary: 'For people: leads to a page with a button' })
  @ApiResponse({ status: 303 })
  page(@Param() { token }: StopToken): { url: string } {
    return { url: `${this.settings.publicUrl}/stop-reminders#${token}` };
  }

  @Post(':token')
  @HttpCode(200)
  @PublicRoute()
  @ApiOperation({ summary: 'No more reminders from this organisation (RFC 8058 one-click)' })
  @ApiOkResponse({ type: StoppedResponse })
  async stop(@Param() { token }: StopToken): Promise<StoppedResponse> {
    await this.stopReminders.handle(token);
    return { status: 'stopped' };
  }
}
