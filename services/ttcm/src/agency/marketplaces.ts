import { Injectable } from '@nestjs/common';
import { AppError, ttcmErrors } from '@creator-connect/contracts';
import {
  type CreatorStatus,
  type InviteResult,
  isNotOffered,
  LegacyMarketplaceClient,
  type MarketplaceCreator,
  PlatformError,
  type PostPage,
  TikTokOneStatus,
} from '@creator-connect/platforms';
import { UnitOfWork } from '@creator-connect/persistence';
import { TtcmSettings } from '../ttcm-settings';
import type { AgencyConnection } from './domain/connection';
import { EndConnection } from './end-connection';
import { ConnectionRepository } from './persistence/connection.repository';
import { outlastShortLimit } from './short-limit';
import { TokenSeal } from './token-seal';
import { TtcmAppClient } from './ttcm-app';

interface AgencyAccount {
  accessToken: { reveal(): string };
  accountId: string;
}

/**
 * The marketplace as an organisation may use it: with its own account. Everything throws `ttcm.not_connected` or
 * `ttcm.reauth_needed` where there is none, and a PlatformError where TikTok can't answer.
 */
@Injectable()
export class Marketplaces {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly ending: EndConnection,
    private readonly client: TtcmAppClient,
    private readonly seal: TokenSeal,
    private readonly settings: TtcmSettings,
  ) {}

  /** Through the calls that invitations belong to, which alone know an open one; through TikTok One where there are none. */
  status(organisationId: string, handles: readonly string[]): Promise<readonly CreatorStatus[]> {
    return this.#with(organisationId, async (account) => {
      const { api } = this.client;
      try {
        if (this.settings.invitesBy === 'api') return await new LegacyMarketplaceClient(api, account).status(handles);
      } catch (error) {
        if (!isNotOffered(error)) throw error;
      }
      return new TikTokOneStatus(api, account).status(handles);
    });
  }

  invite(organisationId: string, handles: readonly string[]): Promise<readonly InviteResult[]> {
    return this.#with(organisationId, (account) =>
      new LegacyMarketplaceClient(this.client.api, account).invite(handles),
    );
  }

  /** The permission for it is optional: without it the connection stays, and `scope_lost` is thrown. */
  creator(organisationId: string, handle: string): Promise<MarketplaceCreator> {
    const { api } = this.client;
    const read = (account: AgencyAccount) => new LegacyMarketplaceClient(api, account).creator(handle);
    return this.#with(organisationId, read, { optional: true });
  }

  /** Newest first, from `after` on; as `creator`, it does without the permission for it. */
  creatorPosts(organisationId: string, query: { handle: string; after?: string | undefined }): Promise<PostPage> {
    const { api } = this.client;
    const { handle, after } = query;
    const read = async (account: AgencyAccount) => {
      const pages = new LegacyMarketplaceClient(api, account).creatorPosts({ handle, ...(after && { after }) });
      return (await pages.next()).value ?? { posts: [], next: null, skipped: 0 };
    };
    return this.#with(organisationId, read, { optional: true });
  }

  /** Throws as every use would, before anything is begun. */
  async assertConnected(organisationId: string): Promise<void> {
    await this.#connection(organisationId);
  }

  async #with<T>(
    organisationId: string,
    use: (account: AgencyAccount) => Promise<T>,
    { optional = false } = {},
  ): Promise<T> {
    const { connection, sealedToken } = await this.#connection(organisationId);
    try {
      const accessToken = this.seal.open(organisationId, sealedToken);
      return await outlastShortLimit(() => use({ accessToken, accountId: connection.accountId }));
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.kind !== 'grant_dead' && (error.kind !== 'scope_lost' || optional)) throw error;
      await this.ending.end(connection, error.kind === 'grant_dead' ? 'token_refused' : 'permission_missing');
      throw new AppError(ttcmErrors.reauthNeeded, { cause: error });
    }
  }

  async #connection(organisationId: string): Promise<{ connection: AgencyConnection; sealedToken: string }> {
    const connection = await this.unitOfWork.tenant(organisationId, (tx) => this.connections.find(tx));
    if (!connection) throw new AppError(ttcmErrors.notConnected);
    const { sealedToken } = connection;
    if (sealedToken === null) throw new AppError(ttcmErrors.reauthNeeded);
    return { connection, sealedToken };
  }
}
