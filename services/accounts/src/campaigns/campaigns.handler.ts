import { Injectable } from '@nestjs/common';
import {
  AppError,
  accountsErrors,
  CampaignChanged,
  CampaignCreated,
  CampaignInfluencerAdded,
  CampaignInfluencerRemoved,
  CampaignState,
  newId,
  requestErrors,
  fieldFault,
} from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { FindInfluencer } from '../influencers/find-influencer';
import type { ChangeCampaignRequest, CreateCampaignRequest } from './campaign.dto';
import { CampaignRepository, type Campaign } from './persistence/campaign.repository';

@Injectable()
export class CampaignsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly campaigns: CampaignRepository,
    private readonly find: FindInfluencer,
  ) {}

  create(organisationId: string, request: CreateCampaignRequest): Promise<Campaign> {
    const { name, startsOn = null, endsOn = null } = request;
    assertOrder(startsOn, endsOn);
    const id = newId();
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.campaigns.add(tx, organisationId, { id, name, startsOn, endsOn });
      const createdAt = new Date().toISOString();
      const data = { organisationId, campaignId: id, startsOn, endsOn, createdAt };
      await this.outbox.add(tx, CampaignCreated, data, { aggregateVersion: 1 });
      return this.#publishState(tx, organisationId, id);
    });
  }

  change(organisationId: string, id: string, change: ChangeCampaignRequest): Promise<Campaign> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const before = await this.campaigns.lock(tx, id);
      if (!before) throw new AppError(accountsErrors.notFound);
      const { name = before.name, startsOn = before.startsOn, endsOn = before.endsOn } = change;
      assertOrder(startsOn, endsOn);
      await this.campaigns.change(tx, { id, name, startsOn, endsOn });
      if (startsOn === before.startsOn && endsOn === before.endsOn) return { ...before, name };
      const aggregateVersion = await this.campaigns.nextVersion(tx, id, 1);
      const data = { organisationId, campaignId: id, startsOn, endsOn, changedAt: new Date().toISOString() };
      await this.outbox.add(tx, CampaignChanged, data, { aggregateVersion });
      return this.#publishState(tx, organisationId, id);
    });
  }

  /** Its influencers stay in the roster; consumers see each of them leave, and then nothing under its key any more. */
  remove(organisationId: string, id: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.campaigns.lock(tx, id))) throw new AppError(accountsErrors.notFound);
      for (const influencerId of await this.campaigns.influencerIds(tx, id))
        await this.#removeInfluencer(tx, organisationId, id, influencerId);
      const aggregateVersion = await this.campaigns.nextVersion(tx, id, 1);
      await this.outbox.addTombstone(tx, CampaignState, id, { aggregateVersion });
      await this.campaigns.remove(tx, id);
    });
  }

  removeInfluencer(organisationId: string, id: string, influencerId: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.campaigns.lock(tx, id))) throw new AppError(accountsErrors.notFound);
      await this.#removeInfluencer(tx, organisationId, id, influencerId);
    });
  }

  /** Adding somebody twice changes nothing and tells nobody. */
  addInfluencer(organisationId: string, campaignId: string, influencerId: string): Promise<Campaign> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const campaign = await this.campaigns.find(tx, campaignId);
      if (!campaign) throw new AppError(accountsErrors.notFound);
      await this.find.holdOrRefuse(tx, influencerId);
      if (!(await this.#addInfluencer(tx, organisationId, campaignId, influencerId))) return campaign;
      return this.#publishState(tx, organisationId, campaignId);
    });
  }

  /** Inside the erasure's transaction: each campaign of the influencer tells that they are gone. */
  async influencerErased(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
    for (const campaignId of await this.campaigns.idsOfInfluencer(tx, influencerId))
      await this.#removeInfluencer(tx, organisationId, campaignId, influencerId);
  }

  /** Inside the merge's transaction: the kept entry is in each campaign of the other one, once. */
  async influencerMerged(tx: Tx, organisationId: string, influencerId: string, keptId: string): Promise<void> {
    for (const campaignId of await this.campaigns.idsOfInfluencer(tx, influencerId)) {
      await this.#addInfluencer(tx, organisationId, campaignId, keptId);
      await this.#removeInfluencer(tx, organisationId, campaignId, influencerId);
    }
  }

  async #addInfluencer(tx: Tx, organisationId: string, campaignId: string, influencerId: string): Promise<boolean> {
    if (!(await this.campaigns.addInfluencer(tx, organisationId, campaignId, influencerId))) return false;
    const aggregateVersion = await this.campaigns.nextVersion(tx, campaignId, 1);
    const data = { organisationId, campaignId, influencerId, addedAt: new Date().toISOString() };
    await this.outbox.add(tx, CampaignInfluencerAdded, data, { aggregateVersion });
    return true;
  }

  async #removeInfluencer(tx: Tx, organisationId: string, campaignId: string, influencerId: string): Promise<void> {
    if (!(await this.campaigns.removeInfluencer(tx, campaignId, influencerId))) return;
    const aggregateVersion = await this.campaigns.nextVersion(tx, campaignId, 1);
    const data = { organisationId, campaignId, influencerId, removedAt: new Date().toISOString() };
    await this.outbox.add(tx, CampaignInfluencerRemoved, data, { aggregateVersion });
    await this.#publishState(tx, organisationId, campaignId);
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

function assertOrder(startsOn: string | null, endsOn: string | null): void {
  if (!startsOn || !endsOn || endsOn >= startsOn) return;
  throw new AppError(requestErrors.invalid, { errors: [fieldFault('endsOn', 'ends_before_it_starts')] });
}
