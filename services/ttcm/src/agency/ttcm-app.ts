import { AgencyAuthorization, counted, TtcmApi } from '@creator-connect/platforms';
import { AppError, ttcmErrors } from '@creator-connect/contracts';
import { Secret } from '@creator-connect/security';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { TtcmConfig } from '../ttcm.config';

/** The installation's app at TikTok API for Business. */
@Injectable()
export class TtcmAppClient implements OnModuleDestroy {
  readonly api: TtcmApi;
  readonly #authorization: AgencyAuthorization | undefined;

  constructor(config: TtcmConfig) {
    const profile = config.CONNECT_PROFILE;
    this.api = new TtcmApi({ apiUrl: config.TTCM_API_URL }, counted({ profile }));
    const { TTCM_APP_ID: appId, TTCM_APP_SECRET: secret, TTCM_PORTAL_URL: portalUrl } = config;
    if (!appId || !secret) return;
    this.#authorization = new AgencyAuthorization(
      this.api,
      { appId, appSecret: Secret.of(secret), portalUrl },
      profile,
    );
  }

  /** Throws `ttcm.not_configured`. */
  get authorization(): AgencyAuthorization {
    if (!this.#authorization) throw new AppError(ttcmErrors.notConfigured);
    return this.#authorization;
  }

  get isConfigured(): boolean {
    return this.#authorization !== undefined;
  }

  async onModuleDestroy(): Promise<void> {
    await this.api.close();
  }
}
