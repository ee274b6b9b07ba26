import { AppError, ttcmErrors } from '@creator-connect/contracts';
import { counted, LegacyMarketplaceClient, type CreatorStatus, type InviteResult } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import type { TtcmConfig } from '../ttcm.config';
import { MarketplaceClient } from './marketplace';

/** The marketplace as configured. Without an agency account every call says how to get one. */
export class ConfiguredMarketplace extends MarketplaceClient {
  readonly #client: LegacyMarketplaceClient | undefined;

  constructor(config: TtcmConfig) {
    super();
    const { TTCM_ACCESS_TOKEN: token, TTCM_ACCOUNT_ID: accountId, TTCM_API_URL: apiUrl } = config;
    if (!token || !accountId) return;
    const settings = { accessToken: Secret.of(token), accountId, apiUrl };
    this.#client = new LegacyMarketplaceClient(settings, counted({ profile: config.CONNECT_PROFILE }));
  }

  async status(handles: readonly string[]): Promise<readonly CreatorStatus[]> {
    return this.#connected().status(handles);
  }

  async invite(handles: readonly string[]): Promise<readonly InviteResult[]> {
    return this.#connected().invite(handles);
  }

  async close(): Promise<void> {
    await this.#client?.close();
  }

  #connected(): LegacyMarketplaceClient {
    if (!this.#client) throw new AppError(ttcmErrors.notConfigured);
    return this.#client;
  }
}
