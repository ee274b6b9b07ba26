import { InternalClient } from '@creator-connect/security';
import { PeopleNames, type Names } from './names';

export class HttpNames extends PeopleNames {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async of(organisationId: string, ids: { influencerIds: string[]; accountIds: string[] }): Promise<Names> {
    if (ids.influencerIds.length + ids.accountIds.length === 0) return { influencers: [], accounts: [] };
    return this.client.call<Names>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'POST',
      path: '/internal/names',
      body: { organisationId, ...ids },
      repeatable: true,
    });
  }
}
