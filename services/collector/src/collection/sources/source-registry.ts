import { Injectable } from '@nestjs/common';
import { AppError, collectorErrors, type Platform } from '@creator-connect/contracts';
import type { CollectionSource, PublicAccess } from './collection-source';
import type { MarketplaceAccess } from './marketplace.source';

/** The platforms this installation can collect from. */
@Injectable()
export class SourceRegistry {
  constructor(
    private readonly sources: Partial<Record<Platform, CollectionSource>>,
    private readonly publicSources: Partial<Record<Platform, CollectionSource<PublicAccess>>>,
    /** TikTok's; the organisation's own account reads it. */
    readonly marketplace: CollectionSource<MarketplaceAccess>,
  ) {}

  /** Throws `collector.not_tracked` for a platform without a source. */
  of(platform: Platform): CollectionSource {
    const source = this.sources[platform];
    if (!source) throw new AppError(collectorErrors.notTracked);
    return source;
  }

  /** Of what anybody can see. Throws `collector.no_public_source` where the installation has no key for it. */
  ofPublic(platform: Platform): CollectionSource<PublicAccess> {
    const source = this.publicSources[platform];
    if (!source) throw new AppError(collectorErrors.noPublicSource);
    return source;
  }
}
