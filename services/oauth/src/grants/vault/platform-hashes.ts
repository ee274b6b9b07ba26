import type { Platform } from '@creator-connect/contracts';
import { lookupHash } from '@creator-connect/security';

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
}
