import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { UserStore } from '../users/persistence/user.store';
import { MailInvitation } from './mail-invitation';
import { MemberInvitationRepository } from './persistence/member-invitation.repository';

/** How far the invitation of a first owner is. */
interface FirstOwner {
  state: 'invited' | 'unconfirmed' | 'ended' | 'not_invited';
  email: string | null;
  expiresAt: Date | null;
}

/** The first owner of an organisation is invited by whoever runs the installation. */
@Injectable()
export class FirstOwners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: MemberInvitationRepository,
    private readonly mail: MailInvitation,
    private readonly users: UserStore,
    private readonly clock: Clock,
  ) {}

  /** Once, however often: whoever has an invitation keeps it, also while its mail may be on its way. */
  async invite(organisationId: string, email: string, operatorId: string): Promise<void> {
    await this.mail.handleOnce({ organisationId, email, role: 'owner', invitedBy: operatorId, byOperator: true });
  }

  /** Ends the invitation before, wherever that went. */
  async inviteAnew(organisationId: string, email: string, operatorId: string): Promise<void> {
    await this.mail.handle({ organisationId, email, role: 'owner', invitedBy: operatorId, byOperator: true });
  }

  /** Of an organisation that nobody is in. */
  async of(organisationId: string): Promise<FirstOwner> {
    const found = await this.unitOfWork.tenant(organisationId, (tx) => this.invitations.ofFirstOwner(tx));
    if (!found) return { state: 'not_invited', email: null, expiresAt: null };
    const { email, expiresAt, invitedBy, mailedAt } = found;
    const works = expiresAt > this.clock.now() && (await this.users.isOperator(invitedBy));
    if (!works) return { state: 'ended', email, expiresAt };
    return { state: mailedAt ? 'invited' : 'unconfirmed', email, expiresAt };
  }
}
