import { Controller, Delete, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { AccountsPort } from '../../peers/accounts.port';
import { memberAllowed } from '../member-manager';

@ApiTags('members')
@Controller('v1/members')
export class RemoveMemberController {
  constructor(private readonly accounts: AccountsPort) {}

  @Delete(':userId')
  @ApiOperation({ summary: 'Remove a member, or leave the organisation yourself' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async remove(@Param('userId', ParseUUIDPipe) userId: string, @CurrentSession() caller: SessionCaller): Promise<void> {
    const own = caller.open.session.userId === userId;
    await this.accounts.removeMember(memberAllowed(caller, own ? 'members:read' : 'members:write'), userId);
  }
}
