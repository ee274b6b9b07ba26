import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RequestSource } from '../../edge/request-decorators';
import { UserStore } from '../../users/persistence/user.store';
import { InvitationTokenRequest } from '../member-invitation.dto';
import { OpenInvitations } from '../open-invitations';

export class ResolveInvitationResponse {
  @ApiProperty()
  organisationName!: string;
  @ApiProperty()
  email!: string;
  @ApiProperty({ enum: ['owner', 'admin', 'viewer'] })
  role!: string;
  @ApiProperty({ description: 'Whether this address has a password here already, which is then asked for' })
  hasPassword!: boolean;
  @ApiProperty()
  expiresAt!: string;
}

@ApiTags('members')
@Controller('v1/member-invitations/resolutions')
export class ResolveInvitationController {
  constructor(
    private readonly open: OpenInvitations,
    private readonly users: UserStore,
  ) {}

  @Post()
  @ApiOperation({ summary: 'What a mailed invitation is for' })
  @ApiOkResponse({ type: ResolveInvitationResponse })
  @HttpCode(200)
  async resolve(
    @Body() { token }: InvitationTokenRequest,
    @RequestSource() source: string,
  ): Promise<ResolveInvitationResponse> {
    const { organisationName, email, role, expiresAt } = await this.open.of(token, source);
    const user = await this.users.byEmail(email);
    return {
      organisationName,
      email,
      role,
      hasPassword: user?.passwordHash != null,
      expiresAt: expiresAt.toISOString(),
    };
  }
}
