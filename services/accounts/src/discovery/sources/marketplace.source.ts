import { AppError, type MarketplaceState } from '@creator-connect/contracts';
import type { PlatformProfile } from '@creator-connect/platforms';
import type { InternalClient } from '@creator-connect/security';
import type { DiscoverySource, Found } from './discovery-source';

interface LookupAnswer {
  marketplace: MarketplaceState | null;
  profile: (PlatformProfile & { handle: string }) | null;
}

/** TikTok shows public profiles of members of its marketplace only; the ttcm service asks with the organisation's account. */
export class MarketplaceSource implements DiscoverySource {
  readonly platform = 'tiktok';
  readonly ways = ['handle'] as const;

  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {}

  async problem(organisationId: string): Promise<AppError | undefined> {
    try {
      await this.ask('/internal/marketplace-checks', { organisationId });
      return undefined;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }

  async byHandle(organisationId: string, handle: string): Promise<Found> {
    const { profile, marketplace } = await this.ask<LookupAnswer>('/internal/creator-lookups', {
      organisationId,
      handle,
    });
    return { profiles: profile === null ? [] : [profile], marketplace };
  }

  async byKeyword(): Promise<Found> {
    return { profiles: [], marketplace: null };
  }

  /** In the body, for a handle has no business in an address. */
  private ask<T>(path: string, body: object): Promise<T> {
    // Two calls of ten seconds each may stand behind it.
    const timeoutMs = 20_000;
    const to = { baseUrl: this.baseUrl, audience: 'ttcm', method: 'POST', path } as const;
    return this.client.call<T>({ ...to, body, repeatable: true, timeoutMs });
  }
}
