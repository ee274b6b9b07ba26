import type { Platform } from '@creator-connect/contracts';
import { refreshTokenIdentifiers } from '@creator-connect/platforms';
import { lookupHash, type Secret } from '@creator-connect/security';

/** What a message calls a token: how the name is made from it, and the name. */
export interface TokenName {
  alg: string;
  value: string;
}

/** Finds rows by a platform's ids without storing them readably (security VK-08). */
export class PlatformHashes {
  constructor(private readonly key: Buffer) {}

  account(platform: Platform, accountId: string): Buffer {
    return lookupHash(this.key, `account:${platform}:${accountId}`);
  }

  /** Ids of persons are scoped to our app registration: another registration sees another id for the same person. */
  person(platform: Platform, appRegistration: string, personId: string): Buffer {
    return lookupHash(this.key, `person:${platform}:${appRegistration}:${personId}`);
  }

  /** Of every name that a message of the platform may give a refresh token. null: its messages name no tokens. */
  tokenNames(platform: Platform, refreshToken: Secret): Buffer[] | null {
    if (platform !== 'youtube') return null;
    return Object.entries(refreshTokenIdentifiers(refreshToken)).map(([alg, value]) => this.tokenName({ alg, value }));
  }

  tokenName({ alg, value }: TokenName): Buffer {
    return lookupHash(this.key, `token:${alg}:${value}`);
  }
}
