import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { MergeRepository } from './merge-influencers/persistence/merge.repository';
import { InfluencerRepository, type Influencer } from './persistence/influencer.repository';

/** Somebody of the roster, for whoever asks by an id that may be old. */
@Injectable()
export class FindInfluencer {
  constructor(
    private readonly influencers: InfluencerRepository,
    private readonly merges: MergeRepository,
  ) {}

  async orRefuse(tx: Tx, id: string): Promise<Influencer> {
    const found = await this.influencers.find(tx, id);
    if (!found) throw await this.refusal(tx, id);
    return found;
  }

  /** As orRefuse; they stay in the roster until the end of the transaction. */
  async holdOrRefuse(tx: Tx, id: string): Promise<Influencer> {
    const held = await this.influencers.hold(tx, id);
    if (!held) throw await this.refusal(tx, id);
    return held;
  }

  /** As orRefuse; nobody else changes, merges or erases them meanwhile. */
  async lockOrRefuse(tx: Tx, id: string): Promise<Influencer> {
    const [locked] = await this.influencers.lockAll(tx, [id]);
    if (!locked) throw await this.refusal(tx, id);
    return locked;
  }

  /** Where the entry went, or that there is none. */
  async refusal(tx: Tx, id: string): Promise<AppError> {
    const mergedInto = await this.merges.keptOf(tx, id);
    return mergedInto === undefined
      ? new AppError(accountsErrors.notFound)
      : new AppError(accountsErrors.influencerMerged, { extra: { mergedInto } });
  }
}
