import { AppError, gatewayErrors, newId } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../../gateway.config';
import { Limits } from '../../limits/limits';
import type { MemberIdentity } from '../../members/member-manager';
import { AccountsPort } from '../../peers/accounts.port';
import { NotificationsPort } from '../../peers/notifications.port';
import { localesOf, normalEmail, UserStore } from '../../users/persistence/user.store';
import type { CreateInvitationRequest } from '../member-invitation.dto';
import { MemberInvitationRepository, type MemberInvitation } from '../persistence/member-invitation.repository';

const validMilliseconds = 7 * 86_400_000;

@Injectable()
export class CreateInvitationHandler {
  private readonly logger = new Logger(CreateInvitationHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: MemberInvitationRepository,
    private readonly accounts: AccountsPort,
    private readonly notifications: NotificationsPort,
    private readonly users: UserStore,
    private readonly limits: Limits,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** The mail is on its way when this resolves. If it could not be sent, asking again replaces the invitation. */
  async handle(by: MemberIdentity, command: CreateInvitationRequest): Promise<MemberInvitation> {
    const email = normalEmail(command.email);
    await this.assertNoMember(by, email);
    await this.limits.consume('memberInvitations', by.org);
    const createdAt = this.clock.now();
    const token = randomToken();
    const invitation = {
      id: newId(),
      organisationId: by.org,
      email,
      role: command.role,
      invitedBy: by.sub,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + validMilliseconds),
    };
    await this.unitOfWork.tenant(by.org, (tx) => this.invitations.replace(tx, invitation, sha256(token)));
    this.logger.log({ security: 'member_invited', actor: by.sub, role: command.role }, 'somebody was invited');
    const invited = await this.users.byEmail(email);
    const url = new URL(`/invitation#${token}`, this.config.PUBLIC_URL).href;
    await this.notifications.sendMemberInvitation({
      idempotencyKey: invitation.id,
      email,
      url,
      organisationId: by.org,
      // Who is not here yet is written to as the organisation writes.
      locales: localesOf(invited),
    });
    return invitation;
  }

  private async assertNoMember(by: MemberIdentity, email: string): Promise<void> {
    const [known, members] = await Promise.all([this.users.byEmail(email), this.accounts.membersOf(by)]);
    if (known && members.some(({ userId }) => userId === known.id)) throw new AppError(gatewayErrors.alreadyMember);
  }
}
