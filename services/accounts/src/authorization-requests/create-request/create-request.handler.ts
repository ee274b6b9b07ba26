import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, newId } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { AccountsSettings } from '../../accounts-settings';
import { FindInfluencer } from '../../influencers/find-influencer';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import type { CreateAuthorizationRequestRequest } from '../authorization-request.dto';
import { itemsOf, type NewItem } from '../domain/request-items';
import {
  AuthorizationRequestRepository,
  type AuthorizationRequest,
} from '../persistence/authorization-request.repository';

/** Asks an influencer for accounts: every known one that needs it, and the requested ones. */
@Injectable()
export class CreateRequestHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly find: FindInfluencer,
    private readonly accounts: SocialAccountRepository,
    private readonly requests: AuthorizationRequestRepository,
    private readonly settings: AccountsSettings,
  ) {}

  handle(organisationId: string, request: CreateAuthorizationRequestRequest): Promise<AuthorizationRequest> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const { influencerId } = request;
      await this.find.holdOrRefuse(tx, influencerId);
      const known = await this.accounts.allOf(tx, influencerId);
      const items = itemsOf(known, request.platforms ?? []);
      if (items.length === 0) {
        throw new AppError(known.length === 0 ? accountsErrors.noAccountToAskFor : accountsErrors.nothingToAuthorize);
      }
      return this.create(tx, organisationId, influencerId, items);
    });
  }

  async create(tx: Tx, organisationId: string, influencerId: string, items: NewItem[]): Promise<AuthorizationRequest> {
    const id = newId();
    const lifeDays = this.settings.linkLifeDays;
    await this.requests.add(tx, { id, organisationId, influencerId, lifeDays, items });
    return (await this.requests.find(tx, id))!;
  }
}
