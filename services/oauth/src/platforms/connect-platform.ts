import { AppError, oauthErrors, type Platform } from '@creator-connect/contracts';
import type { CandidateAccount, PlatformGrants, ProfileReader } from '@creator-connect/platforms';
import type { AccessToken } from '@creator-connect/platforms';
import type { PublishedKeys } from '@creator-connect/security';
import type OAuth2Strategy from 'passport-oauth2';

/** Everything this service does at one platform. */
export interface ConnectPlatform {
  readonly platform: Platform;
  /** Client id of our app there. */
  readonly appRegistration: string;
  readonly redirectUri: string;
  /** What the platform would call itself in a callback's `iss` (RFC 9207). */
  readonly issuer: string;
  /** One consent may open several accounts, so the person is always asked which. */
  readonly alwaysAskWhich: boolean;
  readonly strategy: OAuth2Strategy;
  readonly grants: PlatformGrants;
  readonly reader: ProfileReader;
  /** Instagram: the account that a Page carries now. null where accounts hang on nothing else. */
  readonly linkedAccount: ((pageToken: AccessToken, pageId: string) => Promise<CandidateAccount | null>) | null;
  /** Google: the key set that its messages are signed with. null where our app's secret signs them. */
  readonly publishedKeys: PublishedKeys | null;
}

/** The platforms that this installation has an app registration for. */
export class ConnectPlatforms {
  private readonly byName: ReadonlyMap<Platform, ConnectPlatform>;

  constructor(platforms: readonly ConnectPlatform[]) {
    this.byName = new Map(platforms.map((entry) => [entry.platform, entry]));
  }

  get(platform: Platform): ConnectPlatform {
    const found = this.byName.get(platform);
    if (!found) throw new AppError(oauthErrors.notConfigured);
    return found;
  }

  async close(): Promise<void> {
    await Promise.all([...this.byName.values()].map((entry) => entry.grants.close()));
  }
}
