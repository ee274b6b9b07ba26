import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, InfluencerMergeProposed } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { ApplicationRepository } from '../../applications/persistence/application.repository';
import { FindInfluencer } from '../find-influencer';
import { InfluencerRepository, type Influencer } from '../persistence/influencer.repository';
import { mergedValues, type MergedValue } from './domain/merged-values';
import { MergePeople } from './merge-people';
import { MergeFacts, type MergeCounts } from './persistence/merge-facts';
import { MergeRepository, type Merged, type MergeProposal } from './persistence/merge.repository';

export interface MergePreview {
  kept: Influencer;
  other: Influencer;
  moves: MergeCounts;
  values: MergedValue[];
  /** Somebody has used the entry that goes, so its person is asked before anything moves. */
  needsPerson: boolean;
  /** Nobody has used the entry that stays: the other way round nobody has to be asked. */
  otherWayNeedsPerson: boolean;
}

export interface MergeCommand {
  organisationId: string;
  keptId: string;
  otherId: string;
  taken: readonly string[];
  actor: string;
}

interface Pair {
  kept: Influencer;
  other: Influencer;
}

/**
 * An admin says that two entries are one person. That decides about what the organisation itself put into the roster. As soon as
 * somebody has used the entry that would go, whoever reads the kept entry's mailbox would get what that person gave: then only
 * that person can say so, signed in by that very entry (security TE-09, AL-03; decision record 13).
 */
@Injectable()
export class MergeInfluencersHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly influencers: InfluencerRepository,
    private readonly find: FindInfluencer,
    private readonly applications: ApplicationRepository,
    private readonly facts: MergeFacts,
    private readonly merges: MergeRepository,
    private readonly mergePeople: MergePeople,
  ) {}

  preview(organisationId: string, keptId: string, otherId: string): Promise<MergePreview> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const { kept, other } = await this.#pair(tx, keptId, otherId, (ids) => this.#read(tx, ids));
      const moves = await this.facts.counts(tx, kept.id, other.id);
      const needsPerson = await this.#needsPerson(tx, other.id);
      const otherWayNeedsPerson = (await this.facts.use(tx, kept.id)).used;
      return { kept, other, moves, values: mergedValues(kept, other, []), needsPerson, otherWayNeedsPerson };
    });
  }

  /** Merges the two, or asks the person of the entry that would go. */
  merge({ organisationId, keptId, otherId, taken, actor }: MergeCommand): Promise<'merged' | 'proposed'> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const pair = await this.#pair(tx, keptId, otherId, (ids) => this.influencers.lockAll(tx, ids));
      const known = mergedValues(pair.kept, pair.other, []).map(({ field }) => field);
      if (taken.some((field) => !known.includes(field))) throw new AppError(accountsErrors.mergeValueUnknown);
      if (await this.#needsPerson(tx, otherId)) {
        await this.#ask(tx, { organisationId, keptId, otherId, taken, actor });
        return 'proposed';
      }
      await this.mergePeople.merge(tx, { ...pair, taken, by: actor, confirmedByPerson: false });
      return 'merged';
    });
  }

  /** What became part of the entry, and what waits for somebody's word. */
  history(organisationId: string, id: string): Promise<{ merged: Merged[]; proposals: MergeProposal[] }> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.find.orRefuse(tx, id);
      return { merged: await this.merges.into(tx, id), proposals: await this.merges.proposalsOf(tx, id) };
    });
  }

  withdraw(organisationId: string, otherId: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.merges.withdraw(tx, otherId))) throw new AppError(accountsErrors.notFound);
    });
  }

  /** Asked by one mail, however often; who said no is not asked the same again. */
  async #ask(tx: Tx, { organisationId, keptId, otherId: influencerId, taken, actor }: MergeCommand): Promise<void> {
    const before = await this.merges.proposalFor(tx, influencerId);
    const same = before?.keptId === keptId;
    if (same && before.declinedAt) throw new AppError(accountsErrors.mergeDeclined);
    await this.merges.propose(tx, organisationId, { influencerId, keptId, taken: [...taken], proposedBy: actor });
    if (same) return;
    const data = { organisationId, influencerId, proposedAt: new Date().toISOString() };
    const aggregateVersion = await this.influencers.nextVersion(tx, influencerId);
    await this.outbox.add(tx, InfluencerMergeProposed, data, { aggregateVersion });
  }

  async #needsPerson(tx: Tx, otherId: string): Promise<boolean> {
    const { used, connecting } = await this.facts.use(tx, otherId);
    if (connecting) throw new AppError(accountsErrors.mergeConnecting);
    return used;
  }

  async #pair(tx: Tx, keptId: string, otherId: string, read: (ids: string[]) => Promise<Influencer[]>): Promise<Pair> {
    if (keptId === otherId) throw new AppError(accountsErrors.mergeSame);
    const found = await read([keptId, otherId]);
    const [kept, other] = [keptId, otherId].map((id) => found.find((one) => one.id === id));
    if (!kept || !other) throw await this.#refusal(tx, [keptId, otherId]);
    return { kept, other };
  }

  async #read(tx: Tx, ids: readonly string[]): Promise<Influencer[]> {
    const found: Influencer[] = [];
    for (const id of ids) found.push(...[(await this.influencers.find(tx, id)) ?? []].flat());
    return found;
  }

  async #refusal(tx: Tx, ids: readonly string[]): Promise<AppError> {
    for (const id of ids) {
      const application = await this.applications.find(tx, id);
      if (application?.status === 'submitted') return new AppError(accountsErrors.mergeApplicant);
      if (!(await this.influencers.find(tx, id))) return this.find.refusal(tx, id);
    }
    return new AppError(accountsErrors.notFound);
  }
}
