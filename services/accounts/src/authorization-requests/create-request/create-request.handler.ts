import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, newId } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { AccountsSettings } from '../../accounts-settings';
import { InfluencerRepository } from '../../influencers/persistence/influencer.repository';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import type { CreateAuthorizationRequestRequest } from '../authorization-request.dto';
import {
  AuthorizationRequestRepository,
  type AuthorizationRequest,
  type NewItem,
} from '../persistence/authorization-request.repository';

/** Asks an influencer for accounts: every known one that needs it, and the requested ones. */
@Injectable()
export class CreateRequestHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly influencers: InfluencerRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly requests: AuthorizationRequestRepository,
    private readonly settings: AccountsSettings,
  ) {}

  handle(organisationId: string, request: CreateAuthorizationRequestRequest): Promise<AuthorizationRequest> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const { influencerId } = request;
      if (!(await this.influencers.find(tx, influencerId))) throw new AppError(accountsErrors.notFound);
      const asked = request.platforms.map(({ platform, handle }) => ({
        platform,
        socialAccountId: null,
        expectedHandle: handle ?? null,
      }));
      const items = [...(await this.needing(tx, influencerId)), ...asked];
      if (items.length === 0) throw new AppError(accountsErrors.nothingToAuthorize);
      return this.create(tx, organisationId, influencerId, items);
    });
  }

  /** Known accounts without a live authorization. One that its owner revoked is theirs to bring back, so it is asked too. */
  async needing(tx: Tx, influencerId: string): Promise<NewItem[]> {
    const known = await this.accounts.list(tx, { influencerId, limit: 100, after: null });
    return known
      .filter((account) => account.authState !== 'AUTHENTICATED')
      .map(({ id, platform }) => ({ platform, socialAccountId: id, expectedHandle: null }));
  }

  async create(tx: Tx, organisationId: string, influencerId: string, items: NewItem[]): Promise<AuthorizationRequest> {
    const id = newId();
    const lifeDays = this.settings.linkLifeDays;
    await this.requests.add(tx, { id, organisationId, influencerId, lifeDays, items });
    return (await this.requests.find(tx, id))!;
  }
}
