import { Injectable } from '@nestjs/common';
import { ErasureLedgerEntry, InfluencerErased } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { CampaignsHandler } from '../../campaigns/campaigns.handler';
import { ErasureRepository } from '../../erasures/persistence/erasure.repository';
import { ReportRepository } from '../../reports/persistence/report.repository';
import { RemoveAccount } from '../../social-accounts/remove-account/remove-account';
import { MergeRepository } from '../merge-influencers/persistence/merge.repository';
import { InfluencerRepository } from '../persistence/influencer.repository';

/** Everything about a person goes: here at once, elsewhere by the event. The ledger remembers that it was so. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly outbox: Outbox,
    private readonly influencers: InfluencerRepository,
    private readonly removeAccount: RemoveAccount,
    private readonly campaigns: CampaignsHandler,
    private readonly reports: ReportRepository,
    private readonly erasures: ErasureRepository,
    private readonly merges: MergeRepository,
  ) {}

  /**
   * An influencer of the roster, or an applicant. Others keep things under the ids of entries that became part of this one,
   * such as keys, so each of these is erased, too: after its merge, since both are told under the same key.
   */
  async erase(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
    // Locks the person against a connection that is being confirmed at this moment.
    const aggregateVersion = await this.influencers.nextVersion(tx, influencerId);
    // By the accounts that go next.
    await this.reports.removeOf(tx, influencerId);
    const accountIds = await this.removeAccount.removeAllOf(tx, influencerId);
    const parts = await this.merges.into(tx, influencerId);
    await this.campaigns.influencerErased(tx, organisationId, influencerId);
    await this.influencers.remove(tx, influencerId);
    const erasedAt = new Date().toISOString();
    await this.#tell(tx, { organisationId, influencerId, accountIds, erasedAt }, aggregateVersion);
    for (const part of parts) {
      const entry = { organisationId, influencerId: part.influencerId, accountIds: [], erasedAt };
      await this.#tell(tx, entry, part.version + 1);
    }
  }

  /** What the ledger says, in a database that may know nothing of it. False when it does. */
  async again(tx: Tx, entry: ErasureLedgerEntry): Promise<boolean> {
    const { organisationId, influencerId } = entry;
    if (await this.erasures.isKnown(tx, influencerId)) return false;
    if (await this.influencers.isThere(tx, influencerId)) await this.erase(tx, organisationId, influencerId);
    else await this.#tell(tx, entry, 1);
    return true;
  }

  async #tell(tx: Tx, entry: ErasureLedgerEntry, aggregateVersion: number): Promise<void> {
    await this.erasures.add(tx, { ...entry, erasedAt: new Date(entry.erasedAt) });
    await this.outbox.add(tx, InfluencerErased, entry, { aggregateVersion });
    await this.outbox.add(tx, ErasureLedgerEntry, entry, { aggregateVersion: aggregateVersion + 1 });
  }
}
