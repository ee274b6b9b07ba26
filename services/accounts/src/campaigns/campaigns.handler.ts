import { Injectable } from '@nestjs/common';
import {
  AppError,
  accountsErrors,
  CampaignCreated,
  CampaignInfluencerAdded,
  CampaignState,
  newId,
  requestErrors,
} from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { InfluencerRepository } from '../influencers/persistence/influencer.repository';
import type { CreateCampaignRequest } from './campaign.dto';
import { CampaignRepository, type Campaign } from './persistence/campaign.repository';

@Injectable()
export class CampaignsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly campaigns: CampaignRepository,
    private readonly influencers: InfluencerRepository,
  ) {}

  create(organisationId: string, request: CreateCampaignRequest): Promise<Campaign> {
    const { name, startsOn = null, endsOn = null } = request;
    if (startsOn && endsOn && endsOn < startsOn) {
      throw new AppError(requestErrors.invalid, { errors: [{ field: 'endsOn', message: 'lies before startsOn' }] });
    }
    const id = newId();
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.campaigns.add(tx, organisationId, { id, name, startsOn, endsOn });
      const createdAt = new Date().toISOString();
      const data = { organisationId, campaignId: id, startsOn, endsOn, createdAt };
      await this.outbox.add(tx, CampaignCreated, data, { aggregateVersion: 1 });
      return this.#publishState(tx, organisationId, id);
    });
  }

  /** Adding somebody twice changes nothing and tells nobody. */
  addInfluencer(organisationId: string, campaignId: string, influencerId: string): Promise<Campaign> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const campaign = await this.campaigns.find(tx, campaignId);
      if (!campaign || !(await this.influencers.find(tx, influencerId))) throw new AppError(accountsErrors.notFound);
      if (!(await this.campaigns.addInfluencer(tx, organisationId, campaignId, influencerId))) return campaign;
      const version = await this.campaigns.nextVersion(tx, campaignId, 1);
      const data = { organisationId, campaignId, influencerId, addedAt: new Date().toISOString() };
      await this.outbox.add(tx, CampaignInfluencerAdded, data, { aggregateVersion: version });
      return this.#publishState(tx, organisationId, campaignId);
    });
  }

  async #publishState(tx: Tx, organisationId: string, campaignId: string): Promise<Campaign> {
    const campaign = (await this.campaigns.find(tx, campaignId))!;
    const { startsOn, endsOn } = campaign;
    const influencerIds = await this.campaigns.influencerIds(tx, campaignId);
    const aggregateVersion = await this.campaigns.nextVersion(tx, campaignId, 1);
    const state = { organisationId, campaignId, startsOn, endsOn, influencerIds, at: new Date().toISOString() };
    await this.outbox.add(tx, CampaignState, state, { aggregateVersion });
    return campaign;
  }
}
