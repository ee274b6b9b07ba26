import { Injectable } from '@nestjs/common';
import { RoutingPool, UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { InfluencerField } from '../../influencer-fields/domain/influencer-fields';
import { InfluencerFieldRepository } from '../../influencer-fields/persistence/influencer-field.repository';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import { ApplicationLinkRepository } from '../persistence/application-link.repository';

export interface ApplicationForm {
  organisationName: string;
  groupName: string;
  fields: InfluencerField[];
}

const shape = /^[a-z0-9-]{1,80}$/;

/** Nobody's organisation: the look-up below runs for unknown addresses as well. */
const nowhere = '00000000-0000-4000-8000-000000000000';

/** The form behind an application link. A closed, a replaced and an unknown one can't be told apart. */
@Injectable()
export class FindApplicationForm {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly links: ApplicationLinkRepository,
    private readonly organisations: OrganisationRepository,
    private readonly fields: InfluencerFieldRepository,
  ) {}

  /** Where to look for it: the organisation that has (or had) this address, or none. */
  async organisationOf(slug: string): Promise<string> {
    const sql = 'SELECT org_id FROM application_links WHERE slug = $1';
    const [row] = shape.test(slug) ? await this.routing.query<{ org_id: string }>(sql, [slug]) : [];
    return row?.org_id ?? nowhere;
  }

  async groupOf(tx: Tx, slug: string): Promise<{ id: string; name: string } | undefined> {
    return shape.test(slug) ? this.links.groupOf(tx, slug) : undefined;
  }

  async find(slug: string): Promise<ApplicationForm | undefined> {
    return this.unitOfWork.tenant(await this.organisationOf(slug), async (tx) => {
      const group = await this.groupOf(tx, slug);
      const organisation = await this.organisations.current(tx);
      const fields = await this.fields.list(tx);
      return group && organisation && { organisationName: organisation.name, groupName: group.name, fields };
    });
  }
}
