import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { allows, sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Limits } from '../limits/limits';
import { AccountsPort } from '../peers/accounts.port';
import { UserStore } from '../users/persistence/user.store';
import { MemberInvitationRepository, type MemberInvitation } from './persistence/member-invitation.repository';

export interface OpenInvitation extends MemberInvitation {
  organisationName: string;
}

/** Finds what a mailed token invites to. Unknown, old, withdrawn and used ones get the same answer. */
@Injectable()
export class OpenInvitations {
  constructor(
    private readonly invitations: MemberInvitationRepository,
    private readonly accounts: AccountsPort,
    private readonly users: UserStore,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async of(token: string, source: string): Promise<OpenInvitation> {
    await this.limits.consume('signInSource', source);
    const invitation = await this.invitations.usable(sha256(token), this.clock.now());
    const place = invitation && (await this.placeOf(invitation));
    if (!invitation || !place) throw new AppError(gatewayErrors.invitationUnusable);
    return { ...invitation, organisationName: place.name };
  }

  /** An invitation is worth no more than the right of who made it: it ends when they lose that. */
  private async placeOf(invitation: MemberInvitation): Promise<{ name: string } | undefined> {
    const { invitedBy, byOperator, organisationId } = invitation;
    if (byOperator) {
      return (await this.users.isOperator(invitedBy)) ? this.accounts.organisationNamed(organisationId) : undefined;
    }
    const memberships = await this.accounts.membershipsOf(invitedBy);
    return memberships.find(
      (one) =>
        one.organisationId === organisationId &&
        allows({ kind: 'member', sub: invitedBy, role: one.role }, 'members:write'),
    );
  }
}
