import { Injectable } from '@nestjs/common';
import { AuthorizationRequested } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { emailHash } from '../../influencers/persistence/influencer.repository';
import { LinkRecords } from '../link-records';

/** Mails a fresh link to everybody with this address for whom a request is open; tells nobody whether there was one. */
@Injectable()
export class RenewLinkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly outbox: Outbox,
    private readonly records: LinkRecords,
  ) {}

  async handle(email: string): Promise<void> {
    const people = await this.routing.query<{ id: string; org_id: string }>(
      'SELECT id, org_id FROM influencers WHERE email_hash = $1',
      [emailHash(email)],
    );
    for (const { id: influencerId, org_id: organisationId } of people) {
      await this.unitOfWork.tenant(organisationId, async (tx) => {
        const request = await this.records.requests.newestOpen(tx, influencerId);
        if (!request) return;
        const data = {
          organisationId,
          influencerId,
          authorizationRequestId: request.id,
          delivery: 'email' as const,
          platforms: request.items.map((item) => item.platform).slice(0, 20),
          requestedAt: new Date().toISOString(),
        };
        const aggregateVersion = await this.records.influencers.nextVersion(tx, influencerId);
        await this.outbox.add(tx, AuthorizationRequested, data, { aggregateVersion });
      });
    }
  }
}
