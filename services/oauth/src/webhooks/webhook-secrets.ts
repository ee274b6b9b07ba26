import { lookupHash, sha256 } from '@creator-connect/security';
import { timingSafeEqual } from 'node:crypto';

/** What incoming messages are checked with. Several secrets may be live while one is being replaced. */
export class WebhookSecrets {
  constructor(
    readonly meta: readonly string[],
    readonly tiktok: readonly string[],
    readonly tiktokClientKey: string | undefined,
    readonly publicUrl: string,
    private readonly key: Buffer,
    private readonly metaVerifyToken?: string,
  ) {}

  /** What the operator typed at Meta beside the address of change notices. */
  isMetaVerifyToken(given: string): boolean {
    return this.metaVerifyToken !== undefined && timingSafeEqual(sha256(given), sha256(this.metaVerifyToken));
  }

  /** Nobody can guess it without our key, and the same message again gets the same one. */
  confirmationCode(delivered: string): string {
    return lookupHash(this.key, `data-deletion:${delivered}`).toString('base64url').slice(0, 32);
  }
}
