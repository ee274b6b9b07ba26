import { Injectable, Logger } from '@nestjs/common';
import { AppError, accountsErrors, InfluencerErased } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { CampaignsHandler } from '../../campaigns/campaigns.handler';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { RemoveAccount } from '../../social-accounts/remove-account/remove-account';
import { InfluencerRepository } from '../persistence/influencer.repository';
import { RemovalCounts, type Removal } from './removal-counts';

/** Everything about a person goes: here at once, elsewhere by the event, which names all their accounts. */
@Injectable()
export class EraseInfluencerHandler {
  private readonly logger = new Logger(EraseInfluencerHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly influencers: InfluencerRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly removeAccount: RemoveAccount,
    private readonly campaigns: CampaignsHandler,
    private readonly counts: RemovalCounts,
  ) {}

  preview(organisationId: string, influencerId: string): Promise<Removal> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#assertKnown(tx, influencerId);
      return this.counts.of(tx, influencerId);
    });
  }

  erase(organisationId: string, influencerId: string, actor: string): Promise<Removal> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#assertKnown(tx, influencerId);
      // Locks the person against a connection that is being confirmed at this moment.
      const aggregateVersion = await this.influencers.nextVersion(tx, influencerId);
      const removal = await this.counts.of(tx, influencerId);
      const accountIds: string[] = [];
      for (const account of await this.accounts.lockAllOf(tx, influencerId)) {
        accountIds.push(account.id);
        if (account.reserved) await this.accounts.remove(tx, account.id);
        else await this.removeAccount.remove(tx, account);
      }
      await this.campaigns.influencerErased(tx, organisationId, influencerId);
      await this.influencers.remove(tx, influencerId);
      const data = { organisationId, influencerId, accountIds, erasedAt: new Date().toISOString() };
      await this.outbox.add(tx, InfluencerErased, data, { aggregateVersion });
      this.logger.log(
        { security: 'influencer_erased', organisationId, influencerId, actor },
        'an influencer was erased',
      );
      return removal;
    });
  }

  async #assertKnown(tx: Tx, influencerId: string): Promise<void> {
    if (!(await this.influencers.find(tx, influencerId))) throw new AppError(accountsErrors.notFound);
  }
}
