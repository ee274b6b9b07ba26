import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, AuthorizationRequested } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import { AccountsSettings } from '../../accounts-settings';
import { LinkRecords } from '../link-records';
import { MintLink } from '../mint-link';

/** Copies a link (minted now, shown once) or has one mailed (minted by the mail, at the moment of sending). */
@Injectable()
export class CreateLinkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly records: LinkRecords,
    private readonly mintLink: MintLink,
    private readonly settings: AccountsSettings,
  ) {}

  handle(
    organisationId: string,
    authorizationRequestId: string,
    delivery: 'copy' | 'email',
  ): Promise<{ url: string | null; expiresAt: string }> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const request = await this.records.requests.find(tx, authorizationRequestId);
      if (!request) throw new AppError(accountsErrors.notFound);
      if (request.status !== 'open') throw new AppError(accountsErrors.requestClosed);
      const expiresAt = request.expiresAt.toISOString();
      const organisation = await this.records.organisations.current(tx);
      if (delivery === 'email' && !organisation?.outboundEmailVerified) {
        throw new AppError(accountsErrors.noOutboundEmail);
      }
      if (!(await this.records.requests.takeQuota(tx, organisationId, this.settings.linksPerDay))) {
        throw new AppError(accountsErrors.linkQuotaUsed, { retryAfterSeconds: secondsToMidnight() });
      }
      const { influencerId, items } = request;
      await this.outbox.add(
        tx,
        AuthorizationRequested,
        {
          organisationId,
          influencerId,
          authorizationRequestId,
          delivery,
          platforms: items.map((item) => item.platform).slice(0, 20),
          requestedAt: new Date().toISOString(),
        },
        { aggregateVersion: await this.records.influencers.nextVersion(tx, influencerId) },
      );
      const link = delivery === 'copy' ? await this.mintLink.copy(tx, request) : null;
      return { url: link?.url ?? null, expiresAt };
    });
  }
}

/** The quota's day is the database's, in UTC. */
const secondsToMidnight = () => 86_400 - Math.floor((Date.now() / 1000) % 86_400);
