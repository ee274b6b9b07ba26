import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, InfluencerAdded, InfluencerApproved, newId } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import { CheckFields } from '../check-fields';
import { InfluencerRepository, type Influencer } from '../persistence/influencer.repository';
import type { AddInfluencerRequest } from './add-influencer.dto';

/** Adds somebody by hand. Added by an admin counts as approved, and the invitation to the dashboard follows by mail. */
@Injectable()
export class AddInfluencerHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly influencers: InfluencerRepository,
    private readonly organisations: OrganisationRepository,
    private readonly fields: CheckFields,
  ) {}

  async handle(organisationId: string, request: AddInfluencerRequest): Promise<Influencer> {
    refuseUnauthenticated(request);
    const id = newId();
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const { name, email, timeZone = 'UTC', fields = {} } = request;
      await this.fields.assertValid(tx, fields);
      const locale = request.locale ?? (await this.organisations.current(tx))?.locale ?? 'en';
      const added = await this.influencers.add(tx, { id, organisationId, name, email, locale, timeZone, fields });
      if (!added) throw new AppError(accountsErrors.influencerExists);
      const at = new Date().toISOString();
      const ids = { organisationId, influencerId: id };
      await this.outbox.add(tx, InfluencerAdded, { ...ids, by: 'admin', addedAt: at }, { aggregateVersion: 1 });
      await this.outbox.add(tx, InfluencerApproved, { ...ids, approvedAt: at }, { aggregateVersion: 2 });
      const influencer = await this.influencers.find(tx, id);
      return influencer!;
    });
  }
}

/** Only the person can bring an Instagram account, and a TikTok account outside the marketplace (product.md 6). */
function refuseUnauthenticated({ socialAccounts = [] }: AddInfluencerRequest): void {
  if (socialAccounts.some((account) => account.platform === 'instagram')) {
    throw new AppError(accountsErrors.instagramNotAuthenticated);
  }
  const tiktok = socialAccounts.find((account) => account.platform === 'tiktok');
  if (tiktok) {
    const { handle } = tiktok;
    const sendInvite = { method: 'POST', href: '/v1/ttcm-invites', handle };
    const ways = ['request_authorization', 'send_invite'];
    throw new AppError(accountsErrors.tiktokNotConnectable, { extra: { ways, handle, sendInvite } });
  }
}
