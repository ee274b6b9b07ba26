import type { Platform } from '@creator-connect/contracts';
import { counted, InstagramReader, TikTokReader, YouTubePublicReader, YouTubeReader } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import type { CollectorConfig } from '../../collector.config';
import { runSignal } from '../collect-account/run-guard';
import type { CollectionSource, PublicAccess } from './collection-source';
import { InstagramSource } from './instagram.source';
import { TikTokSource } from './tiktok.source';
import { YouTubePublicSource } from './youtube-public.source';
import { YouTubeSource } from './youtube.source';

/** The sources this installation is configured for; Instagram needs the app's secret to sign its calls. */
export function platformSources(config: CollectorConfig): Partial<Record<Platform, CollectionSource>> {
  const options = counted({ profile: config.CONNECT_PROFILE, signal: runSignal });
  const sources: Partial<Record<Platform, CollectionSource>> = {
    tiktok: new TikTokSource(new TikTokReader({ openApiUrl: config.TIKTOK_OPEN_API_URL }, options)),
  };
  const { GOOGLE_YOUTUBE_URL: dataUrl, GOOGLE_ANALYTICS_URL: analyticsUrl } = config;
  sources.youtube = new YouTubeSource(new YouTubeReader({ dataUrl, analyticsUrl }, options));
  if (config.META_APP_SECRET) {
    const { META_GRAPH_URL: graphUrl, META_API_VERSION: apiVersion } = config;
    const appSecret = Secret.of(config.META_APP_SECRET);
    sources.instagram = new InstagramSource(new InstagramReader({ appSecret, graphUrl, apiVersion }, options));
  }
  return sources;
}

/** What can be read without anybody's grant: YouTube, with the installation's key. */
export function publicSources(config: CollectorConfig): Partial<Record<Platform, CollectionSource<PublicAccess>>> {
  const { GOOGLE_API_KEY: key, GOOGLE_YOUTUBE_URL: dataUrl, CONNECT_PROFILE: profile } = config;
  if (!key) return {};
  const reader = new YouTubePublicReader({ apiKey: Secret.of(key), dataUrl }, counted({ profile, signal: runSignal }));
  return { youtube: new YouTubePublicSource(reader) };
}
