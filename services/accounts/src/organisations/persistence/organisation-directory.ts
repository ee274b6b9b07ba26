import { Injectable } from '@nestjs/common';
import { RoutingPool } from '@creator-connect/persistence';

/** Of an organisation, for whoever runs the installation: nothing of what is in it, and of nobody. */
export interface ListedOrganisation {
  id: string;
  name: string;
  created_at: Date;
  members: number;
}

const columns = `o.org_id AS id, o.name, o.created_at,
       (SELECT count(*)::int FROM memberships m WHERE m.org_id = o.org_id) AS members`;

/** All organisations of the installation. */
@Injectable()
export class OrganisationDirectory {
  constructor(private readonly routing: RoutingPool) {}

  /** Newest first. */
  page(beforeId: string | null, limit: number): Promise<ListedOrganisation[]> {
    return this.routing.query<ListedOrganisation>(
      `SELECT ${columns} FROM organisations o
        WHERE $1::uuid IS NULL OR o.org_id < $1 ORDER BY o.org_id DESC LIMIT $2`,
      [beforeId, limit],
    );
  }

  async one(id: string): Promise<ListedOrganisation | undefined> {
    const text = `SELECT ${columns} FROM organisations o WHERE o.org_id = $1`;
    return (await this.routing.query<ListedOrganisation>(text, [id]))[0];
  }
}
