import { AppError } from '@creator-connect/contracts';
import { InternalClient } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { AccountsPort, type InfluencerProfile, type LinkResolution, type Membership } from './accounts.port';

@Injectable()
export class HttpAccounts extends AccountsPort {
  constructor(
    private readonly client: InternalClient,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {
    super();
  }

  async membershipsOf(userId: string): Promise<Membership[]> {
    const { memberships } = await this.get<{ memberships: Membership[] }>(`/internal/users/${userId}/memberships`);
    return memberships;
  }

  createOrganisation(command: { name: string; slug: string; ownerUserId: string }): Promise<{ id: string }> {
    return this.post('/internal/organisations', command, `installation-${command.ownerUserId}`);
  }

  async influencersByEmail(email: string): Promise<InfluencerProfile[]> {
    const path = '/internal/influencers/by-email';
    const { influencers } = await this.get<{ influencers: InfluencerProfile[] }>(path, { email });
    return influencers;
  }

  async resolveLink(tokenHash: string): Promise<LinkResolution | undefined> {
    try {
      return await this.post<LinkResolution>('/internal/link-resolutions', { tokenHash });
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not_found') return undefined;
      throw error;
    }
  }

  async renewLink(email: string): Promise<void> {
    await this.post('/internal/link-renewals', { email });
  }

  private get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
    const { ACCOUNTS_URL: baseUrl } = this.config;
    return this.client.call<T>({ baseUrl, audience: 'accounts', method: 'GET', path, query });
  }

  private post<T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> {
    const { ACCOUNTS_URL: baseUrl } = this.config;
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    return this.client.call<T>({ baseUrl, audience: 'accounts', method: 'POST', path, body, ...key });
  }
}
