import { Injectable, Logger } from '@nestjs/common';
import { InfluencerMerged } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { CampaignsHandler } from '../../campaigns/campaigns.handler';
import { InfluencerRepository, type Influencer } from '../persistence/influencer.repository';
import { changeOf, mergedValues } from './domain/merged-values';
import { MergeAccounts } from './merge-accounts';
import { MergeFacts } from './persistence/merge-facts';
import { MergeRepository } from './persistence/merge.repository';

export interface Merge {
  kept: Influencer;
  /** Becomes part of the kept one. */
  other: Influencer;
  /** Fields whose value comes from the other. */
  taken: readonly string[];
  /** The member or API key that wanted it. */
  by: string;
  /** The person of the other entry said that both are theirs. */
  confirmedByPerson: boolean;
}

/** Two entries become one: here at once, elsewhere by the event. Both must be locked by the caller's transaction. */
@Injectable()
export class MergePeople {
  private readonly logger = new Logger(MergePeople.name);

  constructor(
    private readonly outbox: Outbox,
    private readonly influencers: InfluencerRepository,
    private readonly accounts: MergeAccounts,
    private readonly campaigns: CampaignsHandler,
    private readonly facts: MergeFacts,
    private readonly merges: MergeRepository,
  ) {}

  async merge(tx: Tx, { kept, other, taken, by, confirmedByPerson }: Merge): Promise<void> {
    const [organisationId, influencerId, keptId] = [kept.organisationId, other.id, kept.id];
    const mergedAt = new Date().toISOString();
    const version = await this.influencers.nextVersion(tx, influencerId);
    const actor = confirmedByPerson ? 'person' : 'admin';
    const accountIds = await this.accounts.move(tx, influencerId, keptId, { actor, at: mergedAt });
    await this.facts.move(tx, influencerId, keptId);
    await this.campaigns.influencerMerged(tx, organisationId, influencerId, keptId);
    const merged = { organisationId, influencerId, keptId, name: other.name, mergedBy: by, confirmedByPerson };
    await this.merges.add(tx, { ...merged, mergedAt, version });
    await this.influencers.remove(tx, influencerId);
    await this.influencers.change(tx, keptId, changeOf(kept, mergedValues(kept, other, taken)));
    const data = { organisationId, influencerId, keptInfluencerId: keptId, accountIds, mergedAt };
    await this.outbox.add(tx, InfluencerMerged, data, { aggregateVersion: version });
    this.logger.log(
      { security: 'influencers_merged', organisationId, influencerId, keptId, actor: by, confirmedByPerson },
      'two entries of the roster became one',
    );
  }
}
