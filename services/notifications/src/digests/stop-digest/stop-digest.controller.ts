import { Controller, Get, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { PublicRoute, sha256 } from '@creator-connect/security';
import { StoppedResponse, StopToken } from '../../addressees/stop-reminders/stop-reminders.controller';
import { NotificationsSettings } from '../../notifications-settings';
import { DigestRepository } from '../persistence/digest.repository';

/** The address in the `List-Unsubscribe` header of digests, which works as that of reminders does. */
@ApiTags('messages')
@Controller('unsubscribe/digest')
export class StopDigestController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly digests: DigestRepository,
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
    const hash = sha256(token);
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM digest_stop_tokens WHERE token_hash = $1',
      [hash],
    );
    const stopped = row && (await this.unitOfWork.tenant(row.org_id, (tx) => this.digests.stop(tx, hash)));
    if (!stopped) throw new AppError(notificationsErrors.unsubscribeUnusable);
    return { status: 'stopped' };
  }
}
