import { InternalClient } from '@creator-connect/security';
import { Organisations, type Attention, type OrganisationProfile } from './organisations';

export class HttpOrganisations extends Organisations {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  attentionOf(organisationId: string): Promise<Attention> {
    return this.#get(`/internal/organisations/${organisationId}/attention`);
  }

  of(organisationId: string): Promise<OrganisationProfile> {
    return this.#get(`/internal/organisations/${organisationId}`);
  }

  #get<T>(path: string): Promise<T> {
    return this.client.call<T>({ baseUrl: this.baseUrl, audience: 'accounts', method: 'GET', path });
  }
}
