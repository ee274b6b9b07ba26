import { Body, Controller, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { RequestLocales } from '../../edge/request-locales';
import { memberOf } from '../../sessions/member';
import { SessionResponse } from '../../sessions/current-session/current-session.dto';
import { CurrentSessionHandler } from '../../sessions/current-session/current-session.handler';
import { UserStore } from '../persistence/user.store';
import { ChangePasswordHandler } from './change-password.handler';
import { ChangePasswordRequest, ChangeUserRequest } from './current-user.dto';

@ApiTags('sessions')
@Controller('v1/users/current')
export class CurrentUserController {
  constructor(
    private readonly users: UserStore,
    private readonly changePassword: ChangePasswordHandler,
    private readonly view: CurrentSessionHandler,
  ) {}

  @Patch()
  @ApiOperation({ summary: 'Change your name' })
  @ApiOkResponse({ type: SessionResponse })
  async rename(@Body() { name }: ChangeUserRequest, @CurrentSession() caller: SessionCaller): Promise<SessionResponse> {
    if (caller.refusal) throw caller.refusal;
    await this.users.rename(memberOf(caller).userId, name.trim());
    return this.view.handle(caller.open);
  }

  @Put('password')
  @ApiOperation({ summary: 'Change your password; signs out every other browser' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async password(
    @Body() request: ChangePasswordRequest,
    @CurrentSession() caller: SessionCaller,
    @RequestLocales() locales: string[],
  ): Promise<void> {
    if (caller.refusal) throw caller.refusal;
    await this.changePassword.handle({ ...caller.open, session: memberOf(caller) }, request, locales);
  }
}
