import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, InfluencerMergeDeclined } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import type { SocialAccount } from '../../social-accounts/domain/social-account';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { MergePeople } from '../merge-influencers/merge-people';
import { MergeRepository } from '../merge-influencers/persistence/merge.repository';
import { InfluencerRepository } from '../persistence/influencer.repository';
import { hintOf } from './domain/address-hint';

interface Person {
  organisationId: string;
  influencerId: string;
}

export interface AskedMerge {
  organisation: string;
  /** Enough to know one's own mailbox by, too little to learn somebody else's. */
  addressHint: string;
  accounts: SocialAccount[];
  proposedAt: Date;
}

/**
 * The person of the entry that would go says whether the other one is theirs as well. Nobody else can: afterwards whoever reads
 * the other mailbox sees, takes along and revokes what this person gave.
 */
@Injectable()
export class ConfirmMergeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly organisations: OrganisationRepository,
    private readonly influencers: InfluencerRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly merges: MergeRepository,
    private readonly mergePeople: MergePeople,
  ) {}

  /** Undefined: nobody asks anything. */
  asked({ organisationId, influencerId }: Person): Promise<AskedMerge | undefined> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const proposal = await this.merges.proposalFor(tx, influencerId);
      const organisation = await this.organisations.current(tx);
      const kept = proposal && (await this.influencers.find(tx, proposal.keptId));
      if (!proposal || proposal.declinedAt || !organisation || !kept) return undefined;
      return {
        organisation: organisation.name,
        addressHint: hintOf(kept.email),
        accounts: await this.accounts.allOf(tx, influencerId),
        proposedAt: proposal.proposedAt,
      };
    });
  }

  accept({ organisationId, influencerId }: Person): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const asked = await this.merges.proposalFor(tx, influencerId);
      if (!asked || asked.declinedAt) throw new AppError(accountsErrors.notFound);
      const found = await this.influencers.lockAll(tx, [influencerId, asked.keptId]);
      // Read again under the lock: it may have been withdrawn, or mean another entry by now.
      const proposal = await this.merges.proposalFor(tx, influencerId);
      const kept = found.find(({ id }) => id === proposal?.keptId);
      const other = found.find(({ id }) => id === influencerId);
      if (!proposal || proposal.declinedAt || !kept || !other) throw new AppError(accountsErrors.notFound);
      const { taken, proposedBy: by } = proposal;
      await this.mergePeople.merge(tx, { kept, other, taken, by, confirmedByPerson: true });
    });
  }

  decline({ organisationId, influencerId }: Person): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.merges.decline(tx, influencerId))) throw new AppError(accountsErrors.notFound);
      const data = { organisationId, influencerId, declinedAt: new Date().toISOString() };
      const aggregateVersion = await this.influencers.nextVersion(tx, influencerId);
      await this.outbox.add(tx, InfluencerMergeDeclined, data, { aggregateVersion });
    });
  }
}
