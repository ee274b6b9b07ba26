import { Injectable } from '@nestjs/common';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import { AuthorizationRequestRepository, type RequestItem } from '../persistence/authorization-request.repository';
import { needsProof } from '../domain/needs-proof';

export interface LinkResolution {
  authorizationRequestId: string;
  organisationId: string;
  organisationName: string;
  influencerId: string;
  needsProof: boolean;
  items: RequestItem[];
  expiresAt: string;
}

/** Nobody's organisation: the look-up below runs for unknown links as well. */
const nowhere = '00000000-0000-4000-8000-000000000000';

/** What a link stands for. Unknown, expired and ended links run the same queries and get the same answer (AL-06). */
@Injectable()
export class ResolveLinkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly requests: AuthorizationRequestRepository,
    private readonly organisations: OrganisationRepository,
  ) {}

  async handle(tokenHash: Buffer): Promise<LinkResolution | undefined> {
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM authorization_links WHERE token_hash = $1',
      [tokenHash],
    );
    return this.unitOfWork.tenant(row?.org_id ?? nowhere, async (tx) => {
      const request = await this.requests.byLink(tx, tokenHash);
      const organisation = await this.organisations.current(tx);
      if (!request || !organisation) return undefined;
      return {
        authorizationRequestId: request.id,
        organisationId: organisation.id,
        organisationName: organisation.name,
        influencerId: request.influencerId,
        needsProof: needsProof(request.items),
        items: request.items,
        expiresAt: request.expiresAt.toISOString(),
      };
    });
  }
}
