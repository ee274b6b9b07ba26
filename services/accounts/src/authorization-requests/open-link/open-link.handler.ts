import { Injectable } from '@nestjs/common';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { AuthorizationRequestRepository } from '../persistence/authorization-request.repository';

/** Somebody pressed the button on the page of a link; one that ended meanwhile is let be. */
@Injectable()
export class OpenLinkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly requests: AuthorizationRequestRepository,
  ) {}

  async handle(tokenHash: Buffer): Promise<void> {
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM authorization_links WHERE token_hash = $1',
      [tokenHash],
    );
    if (!row) return;
    await this.unitOfWork.tenant(row.org_id, (tx) => this.requests.openLink(tx, tokenHash));
  }
}
