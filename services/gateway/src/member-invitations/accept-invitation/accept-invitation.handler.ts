import { AppError, gatewayErrors, newId, requestErrors, fieldFault } from '@creator-connect/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock';
import type { Caller } from '../../edge/caller';
import { Limits } from '../../limits/limits';
import { Passwords } from '../../passwords/passwords';
import { AccountsPort } from '../../peers/accounts.port';
import { SecondFactors } from '../../second-factor/second-factors';
import { Places } from '../../sessions/places';
import { Sessions, type OpenSession } from '../../sessions/sessions';
import { NewPassword } from '../../users/new-password';
import { UserStore } from '../../users/persistence/user.store';
import { OpenInvitations, type OpenInvitation } from '../open-invitations';
import { MemberInvitationRepository } from '../persistence/member-invitation.repository';
import type { AcceptInvitationRequest } from './accept-invitation.dto';

/**
 * The token proves the mailbox; whoever has a password here proves that as well. Each step may be repeated after a crash:
 * the same token and password lead to the same member.
 */
@Injectable()
export class AcceptInvitationHandler {
  private readonly logger = new Logger(AcceptInvitationHandler.name);

  constructor(
    private readonly open: OpenInvitations,
    private readonly invitations: MemberInvitationRepository,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly newPassword: NewPassword,
    private readonly accounts: AccountsPort,
    private readonly places: Places,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async handle(command: AcceptInvitationRequest, source: string, caller: Caller): Promise<OpenSession> {
    const invitation = await this.open.of(command.token, source);
    const { organisationId, email, role, byOperator } = invitation;
    const userId = await this.userOf(invitation, command, source);
    await this.accounts.addMember(organisationId, userId, role, { asFirst: byOperator });
    this.places.forgetMembershipsOf(userId);
    await this.invitations.noteJoined(invitation, userId, this.clock.now());
    this.logger.log({ security: 'member_joined', actor: userId, organisationId, role }, 'an invitation was accepted');
    const missingFactor = await this.factors.missingOf(userId, role);
    const session = await this.sessions.open('member', { userId, email, organisationId, role, missingFactor });
    if (caller.kind === 'session') await this.sessions.end(caller.open);
    return session;
  }

  private async userOf(
    { email, organisationName }: OpenInvitation,
    { name, password }: AcceptInvitationRequest,
    source: string,
  ): Promise<string> {
    const known = await this.users.byEmail(email);
    if (known?.passwordHash) return this.knownUser(email, password, source);
    if (name === undefined) throw new AppError(requestErrors.invalid, { errors: [fieldFault('name', 'empty')] });
    const hash = await this.newPassword.hash('password', password, [email, name, organisationName]);
    const joined = await this.users.join(newId(), email, name.trim(), hash);
    // Somebody accepted the same invitation a moment ago, or the user is disabled.
    return joined ?? this.knownUser(email, password, source);
  }

  private async knownUser(email: string, password: string, source: string): Promise<string> {
    await this.limits.consume('signInAccountAndSource', email, source);
    const user = await this.users.byEmail(email);
    const matches = await this.passwords.matches(user?.passwordHash, password);
    if (!user || user.disabled || !matches) throw new AppError(gatewayErrors.badCredentials);
    await this.limits.forget('signInAccountAndSource', email, source);
    return user.id;
  }
}
