import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { AddInfluencerHandler } from '../../influencers/add-influencer/add-influencer.handler';
import { ResolveAccounts } from '../../influencers/add-influencer/resolve-accounts';
import type { Influencer } from '../../influencers/persistence/influencer.repository';
import type { FoundAccount } from '../../social-accounts/add-found-account/add-found-account';
import { contactInformation } from '../domain/contact-information';
import type { Report } from '../domain/report';
import { ReportRepository } from '../persistence/report.repository';
import type { AddFromReportRequest } from './add-from-report.dto';

/** Adds somebody with the account that was found, under the refusals of product.md 6. */
@Injectable()
export class AddFromReportHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportRepository,
    private readonly accounts: ResolveAccounts,
    private readonly addInfluencer: AddInfluencerHandler,
  ) {}

  async handle(organisationId: string, id: string, request: AddFromReportRequest): Promise<Influencer> {
    const report = await this.unitOfWork.tenant(organisationId, (tx) => this.reports.find(tx, id));
    if (!report) throw new AppError(accountsErrors.notFound);
    if (report.influencerId !== null) {
      throw new AppError(accountsErrors.alreadyConnected, { extra: { influencerId: report.influencerId } });
    }
    refuseInstagram(report);
    const account = await this.#accountOf(report);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const { name = report.displayName, ...more } = request;
      const influencer = await this.addInfluencer.add(organisationId, { ...more, name }, [account]);
      await this.reports.addedFrom(tx, id, influencer.id);
      return influencer;
    });
  }

  /** The report may be weeks old: whether a TikTok account is in the marketplace is asked anew. */
  async #accountOf({
    organisationId,
    platform,
    platformAccountId,
    handle,
    displayName,
  }: Report): Promise<FoundAccount> {
    if (platform === 'tiktok') return this.accounts.member(organisationId, handle);
    return { platform: 'youtube', platformAccountId, handle, displayName };
  }
}

function refuseInstagram(report: Report): void {
  if (report.platform === 'instagram') {
    throw new AppError(accountsErrors.instagramNotAuthenticated, { extra: { handle: report.handle } });
  }
  const listed = contactInformation(report).accounts.filter(({ platform }) => platform === 'instagram');
  if (listed.length === 0) return;
  const { platform, handle } = report;
  const instagram = listed.map((account) => account.handle);
  throw new AppError(accountsErrors.reportListsInstagram, { extra: { instagram, wanted: { platform, handle } } });
}
