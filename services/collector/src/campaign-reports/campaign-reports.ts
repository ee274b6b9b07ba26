import { Injectable } from '@nestjs/common';
import { AppError, collectorErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { Identity } from '@creator-connect/security';
import { CampaignAccounts } from './campaign-accounts';
import { CampaignDaysReader, type CampaignSeries } from './campaign-days';
import { campaignReport, type CampaignReport } from './domain/campaign-report';
import type { ReportedCampaign } from './domain/reported-campaign';
import { CampaignReportRepository, type ReportPost } from './persistence/campaign-report.repository';
import type { ReportScope } from './persistence/scoped-posts';

export interface CampaignPost extends ReportPost {
  influencerId: string;
  influencerName: string;
  platform: string;
  handle: string;
}

/** Reports on the campaigns of the caller's organisation. Who is in one is asked anew each time; nothing of it is kept. */
@Injectable()
export class CampaignReports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignAccounts,
    private readonly repository: CampaignReportRepository,
    private readonly days: CampaignDaysReader,
  ) {}

  report(identity: Identity, campaignId: string): Promise<CampaignReport> {
    return this.#within(identity, campaignId, async (tx, campaign, scope) => {
      const collected = await this.repository.collected(tx, scope.accountIds);
      return campaignReport(campaign, await this.repository.figures(tx, scope), collected);
    });
  }

  /** Of all its influencers, or of one of them; somebody who is not in it has no posts. */
  daily(
    identity: Identity,
    campaignId: string,
    { days, influencerId }: { days?: number | undefined; influencerId?: string | undefined },
  ): Promise<CampaignSeries[]> {
    return this.#within(identity, campaignId, (tx, { influencers }, scope) => {
      if (influencerId === undefined) return this.days.read(tx, scope, days);
      const own = influencers.find(({ id }) => id === influencerId)?.accounts.map(({ id }) => id) ?? [];
      return this.days.read(tx, { ...scope, accountIds: scope.accountIds.filter((id) => own.includes(id)) }, days);
    });
  }

  /** Names of the figures that any post that counts has. */
  metricNames(identity: Identity, campaignId: string): Promise<string[]> {
    return this.#within(identity, campaignId, (tx, _, scope) => this.repository.metricNames(tx, scope));
  }

  posts(
    identity: Identity,
    campaignId: string,
    page: { counted: boolean; limit: number; cursor?: string | undefined },
  ): Promise<{ items: CampaignPost[]; nextCursor: string | null }> {
    return this.#within(identity, campaignId, async (tx, { influencers }, scope) => {
      const { items, nextCursor } = await this.repository.posts(tx, scope, page);
      const owners = new Map(
        influencers.flatMap(({ id, name, accounts }) =>
          accounts.map((account) => [account.id, { influencerId: id, influencerName: name, account }] as const),
        ),
      );
      return {
        items: items.map((post) => {
          const { account, ...influencer } = owners.get(post.socialAccountId)!;
          return { ...post, ...influencer, platform: account.platform, handle: account.handle };
        }),
        nextCursor,
      };
    });
  }

  /** Whether a post counts, whatever the campaign's dates say. */
  async decide(
    identity: Identity,
    campaignId: string,
    post: { accountId: string; platformPostId: string; counted: boolean },
  ): Promise<void> {
    const known = await this.#within(identity, campaignId, (tx, _, scope, organisationId) =>
      this.repository.decide(tx, organisationId, scope, { ...post, by: identity.sub }),
    );
    if (!known) throw new AppError(collectorErrors.noSuchPost);
  }

  async #within<T>(
    identity: Identity,
    campaignId: string,
    work: (tx: Tx, campaign: ReportedCampaign, scope: ReportScope, organisationId: string) => Promise<T>,
  ): Promise<T> {
    const organisationId = identity.org;
    if (!organisationId) throw new AppError(requestErrors.forbidden);
    // Before the transaction: no connection is held while another service answers.
    const campaign = await this.campaigns.of(organisationId, campaignId);
    if (!campaign) throw new AppError(collectorErrors.noSuchCampaign);
    const { startsOn, endsOn, influencers } = campaign;
    const visible = influencers.flatMap(({ accounts }) => accounts.filter(({ revoked }) => !revoked));
    const scope = { campaignId, accountIds: visible.map(({ id }) => id), startsOn, endsOn };
    return this.unitOfWork.tenant(organisationId, (tx) => work(tx, campaign, scope, organisationId));
  }
}
