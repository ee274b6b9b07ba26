import type { OnModuleDestroy } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import { counted, InstagramDiscovery, YouTubePublicReader } from '@creator-connect/platforms';
import { type InternalClient, Secret } from '@creator-connect/security';
import type { AccountsConfig } from '../../accounts.config';
import type { DiscoverySource } from './discovery-source';
import { MarketplaceSource } from './marketplace.source';
import { PlatformSource } from './platform.source';

/** Every platform can be searched, as far as the installation has credentials for it. */
export class DiscoverySources implements OnModuleDestroy {
  private readonly instagram: PlatformSource;
  private readonly youtube: PlatformSource;
  private readonly tiktok: DiscoverySource;

  constructor(config: AccountsConfig, client: InternalClient) {
    this.instagram = new PlatformSource('instagram', instagramOf(config), 'docs/platforms/meta.md', ['handle']);
    this.youtube = new PlatformSource('youtube', youtubeOf(config), 'docs/platforms/google.md', ['handle', 'keyword']);
    this.tiktok = new MarketplaceSource(client, config.TTCM_URL);
  }

  get all(): readonly DiscoverySource[] {
    return [this.instagram, this.youtube, this.tiktok];
  }

  of(platform: Platform): DiscoverySource {
    return this[platform];
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.instagram.close(), this.youtube.close()]);
  }
}

function instagramOf(config: AccountsConfig): InstagramDiscovery | undefined {
  const { META_APP_SECRET: secret, META_DISCOVERY_TOKEN: token, META_DISCOVERY_ACCOUNT_ID: accountId } = config;
  if (!secret || !token || !accountId) return undefined;
  const { META_GRAPH_URL: graphUrl, META_API_VERSION: apiVersion, CONNECT_PROFILE: profile } = config;
  return new InstagramDiscovery(
    { appSecret: Secret.of(secret), accessToken: Secret.of(token), accountId, graphUrl, apiVersion },
    counted({ profile }),
  );
}

function youtubeOf(config: AccountsConfig): YouTubePublicReader | undefined {
  const { GOOGLE_API_KEY: key, GOOGLE_YOUTUBE_URL: dataUrl, CONNECT_PROFILE: profile } = config;
  return key ? new YouTubePublicReader({ apiKey: Secret.of(key), dataUrl }, counted({ profile })) : undefined;
}
