import { Injectable } from '@nestjs/common';
import { AppError, collectorErrors, type Platform } from '@creator-connect/contracts';
import type { CollectionSource } from './collection-source';

/** The platforms this installation can collect from. */
@Injectable()
export class SourceRegistry {
  constructor(private readonly sources: Partial<Record<Platform, CollectionSource>>) {}

  /** Throws `collector.not_tracked` for a platform without a source. */
  of(platform: Platform): CollectionSource {
    const source = this.sources[platform];
    if (!source) throw new AppError(collectorErrors.notTracked);
    return source;
  }
}
