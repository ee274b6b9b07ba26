import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import type { MemberIdentity } from '../../members/member-manager';
import { AccountsPort } from '../../peers/accounts.port';
import { normalEmail, UserStore } from '../../users/persistence/user.store';
import { MailInvitation } from '../mail-invitation';
import type { CreateInvitationRequest } from '../member-invitation.dto';
import type { MemberInvitation } from '../persistence/member-invitation.repository';

@Injectable()
export class CreateInvitationHandler {
  constructor(
    private readonly mail: MailInvitation,
    private readonly accounts: AccountsPort,
    private readonly users: UserStore,
  ) {}

  async handle(by: MemberIdentity, command: CreateInvitationRequest): Promise<MemberInvitation> {
    const email = normalEmail(command.email);
    await this.assertNoMember(by, email);
    return this.mail.handle({
      organisationId: by.org,
      email,
      role: command.role,
      invitedBy: by.sub,
      byOperator: false,
    });
  }

  private async assertNoMember(by: MemberIdentity, email: string): Promise<void> {
    const [known, members] = await Promise.all([this.users.byEmail(email), this.accounts.membersOf(by)]);
    if (known && members.some(({ userId }) => userId === known.id)) throw new AppError(gatewayErrors.alreadyMember);
  }
}
