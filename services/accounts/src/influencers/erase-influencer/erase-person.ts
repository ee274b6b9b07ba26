import { Injectable } from '@nestjs/common';
import { InfluencerErased } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { CampaignsHandler } from '../../campaigns/campaigns.handler';
import { ReportRepository } from '../../reports/persistence/report.repository';
import { RemoveAccount } from '../../social-accounts/remove-account/remove-account';
import { InfluencerRepository } from '../persistence/influencer.repository';

/** Everything about a person goes: here at once, elsewhere by the event, which names all their accounts. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly outbox: Outbox,
    private readonly influencers: InfluencerRepository,
    private readonly removeAccount: RemoveAccount,
    private readonly campaigns: CampaignsHandler,
    private readonly reports: ReportRepository,
  ) {}

  /** An influencer of the roster, or an applicant. */
  async erase(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
    // Locks the person against a connection that is being confirmed at this moment.
    const aggregateVersion = await this.influencers.nextVersion(tx, influencerId);
    // By the accounts that go next.
    await this.reports.removeOf(tx, influencerId);
    const accountIds = await this.removeAccount.removeAllOf(tx, influencerId);
    await this.campaigns.influencerErased(tx, organisationId, influencerId);
    await this.influencers.remove(tx, influencerId);
    const data = { organisationId, influencerId, accountIds, erasedAt: new Date().toISOString() };
    await this.outbox.add(tx, InfluencerErased, data, { aggregateVersion });
  }
}
