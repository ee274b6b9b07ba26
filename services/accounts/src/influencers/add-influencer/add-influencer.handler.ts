import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, InfluencerAdded, InfluencerApproved, newId } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { CampaignsHandler } from '../../campaigns/campaigns.handler';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import { AddFoundAccount, type FoundAccount } from '../../social-accounts/add-found-account/add-found-account';
import { CheckFields } from '../check-fields';
import { InfluencerRepository, type Influencer } from '../persistence/influencer.repository';
import type { AddInfluencerRequest, NewInfluencerRequest } from './add-influencer.dto';
import { ResolveAccounts } from './resolve-accounts';

/** Adds somebody with what an admin may bring of theirs. Added by an admin counts as approved, and the invitation to the dashboard follows by mail. */
@Injectable()
export class AddInfluencerHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly influencers: InfluencerRepository,
    private readonly organisations: OrganisationRepository,
    private readonly fields: CheckFields,
    private readonly accounts: ResolveAccounts,
    private readonly foundAccounts: AddFoundAccount,
    private readonly campaigns: CampaignsHandler,
  ) {}

  async handle(organisationId: string, request: AddInfluencerRequest): Promise<Influencer> {
    return this.add(organisationId, request, await this.accounts.all(organisationId, request.socialAccounts ?? []));
  }

  /** With accounts that the platforms were asked about already; all of it, or nothing. */
  add(
    organisationId: string,
    request: NewInfluencerRequest & { name: string },
    accounts: readonly FoundAccount[],
  ): Promise<Influencer> {
    const id = newId();
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const { name, email, timeZone = 'UTC', fields = {}, campaignId } = request;
      await this.fields.assertValid(tx, fields);
      const locale = request.locale ?? (await this.organisations.current(tx))?.locale ?? 'en';
      const added = await this.influencers.add(tx, { id, organisationId, name, email, locale, timeZone, fields });
      if (!added) throw await this.isThere(tx, email);
      const at = new Date().toISOString();
      const ids = { organisationId, influencerId: id };
      await this.outbox.add(tx, InfluencerAdded, { ...ids, by: 'admin', addedAt: at }, { aggregateVersion: 1 });
      await this.outbox.add(tx, InfluencerApproved, { ...ids, approvedAt: at }, { aggregateVersion: 2 });
      for (const account of accounts) await this.foundAccounts.add(tx, ids, account);
      if (campaignId) await this.campaigns.addInfluencer(organisationId, campaignId, id);
      const influencer = await this.influencers.find(tx, id);
      return influencer!;
    });
  }

  /** An applicant has no profile yet that somebody could be led to. */
  private async isThere(tx: Tx, email: string): Promise<AppError> {
    const influencerId = await this.influencers.idOf(tx, email);
    return new AppError(accountsErrors.influencerExists, influencerId === undefined ? {} : { extra: { influencerId } });
  }
}
