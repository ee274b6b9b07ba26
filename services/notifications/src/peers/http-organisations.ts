import { InternalClient } from '@creator-connect/security';
import { Organisations, type OrganisationProfile } from './organisations';

export class HttpOrganisations extends Organisations {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  of(organisationId: string): Promise<OrganisationProfile> {
    return this.client.call<OrganisationProfile>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path: `/internal/organisations/${organisationId}`,
    });
  }
}
