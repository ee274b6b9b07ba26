import { AppError, accountsErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock';
import { Limits } from '../../limits/limits';
import { FirstOwners } from '../../member-invitations/first-owners';
import { AccountsPort, type ListedOrganisation } from '../../peers/accounts.port';
import { normalEmail } from '../../users/persistence/user.store';
import type { CreateOrganisationRequest, InviteOwnerRequest } from './organisations.dto';
import { OrganisationOrders } from './persistence/organisation-orders';

/**
 * Makes a further organisation and invites its owner. Each step may be repeated after a crash: the same request goes on with the
 * same organisation, and one that nobody was invited to is in the list, where its owner can be invited.
 */
@Injectable()
export class FoundOrganisationHandler {
  private readonly logger = new Logger(FoundOrganisationHandler.name);

  constructor(
    private readonly accounts: AccountsPort,
    private readonly orders: OrganisationOrders,
    private readonly owners: FirstOwners,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async found(operator: Identity, command: CreateOrganisationRequest): Promise<ListedOrganisation> {
    await this.limits.consume('organisations', operator.sub);
    const email = normalEmail(command.ownerEmail);
    const { name, locale } = command;
    const id = await this.orders.idOf({ name, email }, this.clock.now());
    const organisation = await this.accounts.foundOrganisation(operator, { id, name, locale });
    this.logger.log(
      { security: 'organisation_founded', actor: operator.sub, organisationId: id },
      'an organisation was made',
    );
    if (organisation.members === 0) await this.owners.invite(id, email, operator.sub);
    return organisation;
  }

  /** Again, or somebody else: the first invitation ended, went to a wrong address, or maybe nowhere. */
  async inviteOwner(operator: Identity, id: string, { ownerEmail }: InviteOwnerRequest): Promise<ListedOrganisation> {
    const organisation = await this.accounts.organisation(operator, id);
    if (organisation.members > 0) throw new AppError(accountsErrors.hasOwner);
    await this.owners.inviteAnew(id, normalEmail(ownerEmail), operator.sub);
    return organisation;
  }
}
