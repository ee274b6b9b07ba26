import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { AccountsPort } from '../../peers/accounts.port';
import { UserStore } from '../../users/persistence/user.store';
import { memberAllowed } from '../member-manager';

export class MemberItem {
  @ApiProperty()
  userId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  email!: string;
  @ApiProperty({ enum: ['owner', 'admin', 'viewer'] })
  role!: string;
  @ApiProperty()
  joinedAt!: string;
}

export class ListMembersResponse {
  @ApiProperty({ type: [MemberItem] })
  items!: MemberItem[];
}

@ApiTags('members')
@Controller('v1/members')
export class ListMembersController {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly users: UserStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The members of your organisation, oldest first' })
  @ApiOkResponse({ type: ListMembersResponse })
  async list(@CurrentSession() caller: SessionCaller): Promise<ListMembersResponse> {
    const members = await this.accounts.membersOf(memberAllowed(caller, 'members:read'));
    const users = await this.users.byIds(members.map(({ userId }) => userId));
    const byId = new Map(users.map((user) => [user.id, user]));
    return {
      items: members.map(({ userId, role, joinedAt }) => {
        const { name = '', email = '' } = byId.get(userId) ?? {};
        return { userId, name, email, role, joinedAt };
      }),
    };
  }
}
