import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, ttcmErrors } from '@creator-connect/contracts';
import { plainHandle } from '../../authorization-requests/domain/request-items';
import { DiscoverySources } from '../../discovery/sources/discovery-sources';
import type { Found } from '../../discovery/sources/discovery-source';
import type { FoundAccount } from '../../social-accounts/add-found-account/add-found-account';
import type { TypedAccount } from './add-influencer.dto';

/** No app, no connected account: while nobody can ask the marketplace, nobody is known to be in it. */
const nobodyCanAsk = ({ code }: AppError): boolean => code.startsWith('ttcm.') && code !== ttcmErrors.unavailable.code;

/**
 * Accounts that an admin may bring, as the platform knows them now: of YouTube, and members of TikTok's marketplace. Only
 * the person can bring an Instagram account, or another one of TikTok (product.md 6). Asks platforms, so it belongs
 * before the transaction.
 */
@Injectable()
export class ResolveAccounts {
  constructor(private readonly sources: DiscoverySources) {}

  async all(organisationId: string, typed: readonly TypedAccount[]): Promise<FoundAccount[]> {
    if (typed.some(({ platform }) => platform === 'instagram')) {
      throw new AppError(accountsErrors.instagramNotAuthenticated);
    }
    const found: FoundAccount[] = [];
    for (const { platform, handle } of typed) {
      const plain = plainHandle(handle);
      found.push(
        platform === 'tiktok' ? await this.member(organisationId, plain) : await this.channel(organisationId, plain),
      );
    }
    return found;
  }

  /** Throws `accounts.tiktok_not_connectable` for everybody who is not in the marketplace. */
  async member(organisationId: string, handle: string): Promise<FoundAccount> {
    const { profiles, marketplace } = await this.#asMember(organisationId, handle);
    if (marketplace === 'TTCM') return { platform: 'tiktok', handle: profiles[0]?.handle ?? handle };
    const sendInvite = { method: 'POST', href: '/v1/ttcm-invites', handle };
    const ways = ['request_authorization', 'send_invite'];
    throw new AppError(accountsErrors.tiktokNotConnectable, { extra: { ways, handle, sendInvite } });
  }

  private async channel(organisationId: string, handle: string): Promise<FoundAccount> {
    const { profiles } = await this.sources.of('youtube').byHandle(organisationId, handle);
    const [profile] = profiles;
    if (!profile) throw new AppError(accountsErrors.accountUnknown, { extra: { platform: 'youtube', handle } });
    const displayName = profile.displayName ?? profile.handle;
    return { platform: 'youtube', platformAccountId: profile.id, handle: profile.handle, displayName };
  }

  async #asMember(organisationId: string, handle: string): Promise<Found> {
    try {
      return await this.sources.of('tiktok').byHandle(organisationId, handle);
    } catch (error) {
      if (error instanceof AppError && nobodyCanAsk(error)) return { profiles: [], marketplace: null };
      throw error;
    }
  }
}
