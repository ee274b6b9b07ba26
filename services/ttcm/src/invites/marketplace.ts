import type { CreatorStatus, InviteResult, MarketplaceClient as Client } from '@creator-connect/platforms';

export { PlatformError, type InviteResult } from '@creator-connect/platforms';

/** The brand's side of the marketplace, as an injection token: its shape is the platform library's. */
export abstract class MarketplaceClient implements Pick<Client, 'status' | 'invite' | 'close'> {
  abstract status(handles: readonly string[]): Promise<readonly CreatorStatus[]>;
  abstract invite(handles: readonly string[]): Promise<readonly InviteResult[]>;
  abstract close(): Promise<void>;
}
