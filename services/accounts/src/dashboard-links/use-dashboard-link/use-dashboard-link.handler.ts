import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { DashboardLinkRepository, type DashboardOwner } from '../persistence/dashboard-link.repository';

export interface UsedDashboardLink extends DashboardOwner {
  organisationId: string;
}

/** Whose dashboard a link opens, told once: whoever asks signs its reader in. */
@Injectable()
export class UseDashboardLinkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly links: DashboardLinkRepository,
  ) {}

  async handle(tokenHash: Buffer): Promise<UsedDashboardLink | undefined> {
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM dashboard_links WHERE token_hash = $1',
      [tokenHash],
    );
    if (!row) return undefined;
    const owner = await this.unitOfWork.tenant(row.org_id, (tx) => this.links.take(tx, tokenHash));
    return owner && { organisationId: row.org_id, ...owner };
  }
}
