import { Injectable } from '@nestjs/common';
import { AppError, ttcmErrors, type MarketplaceState } from '@creator-connect/contracts';
import { type MarketplaceCreator, type MarketplaceCreatorStatus, PlatformError } from '@creator-connect/platforms';
import { Marketplaces } from '../agency/marketplaces';

/** What the marketplace shows of a member, in the words that profiles of all platforms have. null: it did not say. */
export interface CreatorProfile {
  id: string;
  handle: string;
  displayName: string | null;
  biography: string | null;
  website: null;
  pictureUrl: string | null;
  profileUrl: string;
  verified: null;
  followers: number | null;
  following: number | null;
  posts: number | null;
  likes: number | null;
}

export interface LookedUpCreator {
  /** null: TikTok does not know the handle. */
  marketplace: MarketplaceState | null;
  /** Of members only; not of one who lives where the marketplace is not, nor without the permission for figures. */
  profile: CreatorProfile | null;
}

const states: Partial<Record<MarketplaceCreatorStatus, MarketplaceState>> = {
  IN: 'TTCM',
  INVITED: 'INVITED',
  NOT_IN: 'NON_TTCM',
};

/** Looks a handle up with the organisation's own marketplace account. */
@Injectable()
export class LookUpCreatorHandler {
  constructor(private readonly marketplaces: Marketplaces) {}

  async handle(organisationId: string, handle: string): Promise<LookedUpCreator> {
    try {
      return await this.#look(organisationId, handle);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const { failure } = error;
      const seconds = failure.kind === 'throttled' ? Math.ceil((failure.until.getTime() - Date.now()) / 1000) : 0;
      throw new AppError(ttcmErrors.unavailable, {
        cause: error,
        ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}),
      });
    }
  }

  async #look(organisationId: string, handle: string): Promise<LookedUpCreator> {
    try {
      return { marketplace: 'TTCM', profile: profileOf(await this.marketplaces.creator(organisationId, handle)) };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.kind === 'account_gone') return { marketplace: null, profile: null };
      // Not a member, or no permission for figures: the status is another question.
      if (error.kind !== 'not_eligible' && error.kind !== 'scope_lost') throw error;
    }
    const [answer] = await this.marketplaces.status(organisationId, [handle]);
    return { marketplace: states[answer?.status ?? 'UNKNOWN'] ?? null, profile: null };
  }
}

function profileOf({
  creatorId,
  handle,
  displayName,
  biography,
  pictureUrl,
  ...figures
}: MarketplaceCreator): CreatorProfile {
  const { followers, following, videos: posts, likes } = figures;
  return {
    id: creatorId ?? handle.toLowerCase(),
    handle,
    displayName,
    biography,
    website: null,
    pictureUrl,
    profileUrl: `https://www.tiktok.com/@${encodeURIComponent(handle)}`,
    verified: null,
    followers,
    following,
    posts,
    likes,
  };
}
