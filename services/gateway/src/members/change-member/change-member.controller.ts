import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { AccountsPort } from '../../peers/accounts.port';
import type { MemberRole } from '../../sessions/domain/session';
import { StepUp } from '../../sessions/step-up/step-up';
import { memberAllowed } from '../member-manager';
import { memberRoles } from '../member-roles';

export class ChangeMemberRequest {
  @ApiProperty({ enum: memberRoles })
  @IsIn(memberRoles)
  role!: MemberRole;
}

@ApiTags('members')
@Controller('v1/members')
export class ChangeMemberController {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly stepUp: StepUp,
  ) {}

  @Patch(':userId')
  @ApiOperation({ summary: 'Change the role of a member; needs a proof of at most five minutes ago' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async change(
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { role }: ChangeMemberRequest,
    @CurrentSession() caller: SessionCaller,
  ): Promise<void> {
    const identity = memberAllowed(caller, 'members:write');
    this.stepUp.assertProven(caller);
    await this.accounts.changeMember(identity, userId, role);
  }
}
