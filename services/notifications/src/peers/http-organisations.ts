import { InternalClient } from '@creator-connect/security';
import { Organisations } from './organisations';

export class HttpOrganisations extends Organisations {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async nameOf(organisationId: string): Promise<string> {
    const path = `/internal/organisations/${organisationId}`;
    const { name } = await this.client.call<{ name: string }>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path,
    });
    return name;
  }
}
