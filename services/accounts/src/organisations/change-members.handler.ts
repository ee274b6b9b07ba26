import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, MemberJoined } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { OrganisationRepository, type MemberRole } from './persistence/organisation.repository';

/** The last owner can neither leave nor become less: somebody must be able to let others in. */
@Injectable()
export class ChangeMembersHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * May be repeated; told once. Who comes as the first comes into an organisation that nobody is in: whoever made it may let
   * one person in, and nobody after them.
   */
  join(organisationId: string, userId: string, role: MemberRole, asFirst = false): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (asFirst) await this.#assertFirst(tx, userId);
      if (!(await this.organisations.addMember(tx, organisationId, userId, role))) return;
      const data = { organisationId, userId, role, joinedAt: new Date().toISOString() };
      await this.outbox.add(tx, MemberJoined, data, { aggregateVersion: 1 });
    });
  }

  changeRole(organisationId: string, userId: string, role: MemberRole): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#allow(tx, userId, role);
      await this.organisations.changeRole(tx, userId, role);
    });
  }

  remove(organisationId: string, userId: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#allow(tx, userId, undefined);
      await this.organisations.removeMember(tx, userId);
    });
  }

  async #assertFirst(tx: Tx, userId: string): Promise<void> {
    const role = await this.organisations.roleForChange(tx, userId);
    if (!role && (await this.organisations.members(tx)).length > 0) throw new AppError(accountsErrors.hasOwner);
  }

  async #allow(tx: Tx, userId: string, next: MemberRole | undefined): Promise<void> {
    const role = await this.organisations.roleForChange(tx, userId);
    if (!role) throw new AppError(accountsErrors.notFound);
    const losesOwner = role === 'owner' && next !== 'owner';
    if (losesOwner && (await this.organisations.ownersBeside(tx, userId)) === 0)
      throw new AppError(accountsErrors.lastOwner);
  }
}
