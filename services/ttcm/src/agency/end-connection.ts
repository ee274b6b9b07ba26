import { Injectable } from '@nestjs/common';
import { MarketplaceConnectionEnded } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import type { AgencyConnection, EndCause } from './domain/connection';
import { ConnectionRepository } from './persistence/connection.repository';

/** TikTok refused a token by name: it is kept no longer, and the members are told once. */
@Injectable()
export class EndConnection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly connections: ConnectionRepository,
  ) {}

  end({ organisationId, version }: AgencyConnection, cause: EndCause): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const now = await this.connections.lock(tx);
      // Connected anew meanwhile: the answer was about another token.
      if (now?.version !== version || now.state !== 'CONNECTED') return;
      // A token without a permission is still alive at TikTok.
      if (cause === 'permission_missing' && now.sealedToken)
        await this.connections.revokeLater(tx, organisationId, now.sealedToken);
      const aggregateVersion = await this.connections.end(tx, cause);
      const data = { organisationId, cause, endedAt: new Date().toISOString() };
      await this.outbox.add(tx, MarketplaceConnectionEnded, data, { aggregateVersion });
    });
  }
}
