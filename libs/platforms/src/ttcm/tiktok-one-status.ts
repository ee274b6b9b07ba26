import type { CreatorStatus, MarketplaceClient } from '../capabilities/marketplace';
import { creatorStatus } from './creator-status';
import type { TtcmApi } from './ttcm-api';
import type { TtcmAccount } from './ttcm.config';

/** Where creators stand, through TikTok One: it knows no invitation, and never answers that one is open. */
export class TikTokOneStatus implements Pick<MarketplaceClient, 'status'> {
  constructor(
    private readonly api: TtcmApi,
    private readonly account: TtcmAccount,
  ) {}

  async status(handles: readonly string[]): Promise<readonly CreatorStatus[]> {
    const call = { path: '/tto/tcm/creator/status/get/', accountField: 'tto_tcm_account_id' } as const;
    return creatorStatus(this.api, this.account, call, handles);
  }
}
