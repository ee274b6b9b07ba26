import { Injectable } from '@nestjs/common';
import { accountsErrors, AppError } from '@creator-connect/contracts';
import type { Feed } from '../feeds/domain/feed';
import { TokenLeases } from '../tokens/token-leases';
import { AccountIdentities } from './account-identities';
import { type Reading, readingOf } from './sources/collection-source';
import { SourceRegistry } from './sources/source-registry';

/** What a run over an account reads with. */
@Injectable()
export class Readings {
  constructor(
    private readonly tokens: TokenLeases,
    private readonly identities: AccountIdentities,
    private readonly sources: SourceRegistry,
  ) {}

  of(feed: Feed): Promise<Reading> {
    switch (feed.access) {
      case 'grant':
        return this.#withGrant(feed);
      case 'public':
        return this.#public(feed);
      case 'marketplace':
        return this.marketplace(feed);
    }
  }

  /** With the organisation's own account there. */
  async marketplace({ organisationId, accountId }: Feed): Promise<Reading> {
    const { platformAccountId, handle } = await this.identities.of(organisationId, accountId);
    // Until the owner authenticates it, TikTok tells no id that would stay.
    const access = { platformAccountId: platformAccountId ?? handle, organisationId, accountId, handle };
    return readingOf(this.sources.marketplace, access, 0);
  }

  async #withGrant({ platform, accountId }: Feed): Promise<Reading> {
    const lease = await this.tokens.lease(accountId, 'collect');
    const { accessToken: token, platformAccountId, scopes, grantVersion } = lease;
    return readingOf(this.sources.of(platform), { token, platformAccountId, scopes }, grantVersion);
  }

  async #public({ platform, organisationId, accountId }: Feed): Promise<Reading> {
    const source = this.sources.ofPublic(platform);
    const { platformAccountId } = await this.identities.of(organisationId, accountId);
    if (platformAccountId === null) throw new AppError(accountsErrors.notFound);
    return readingOf(source, { platformAccountId }, 0);
  }
}
