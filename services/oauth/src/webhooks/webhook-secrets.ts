import { lookupHash } from '@creator-connect/security';

/** What incoming messages are checked with. Several secrets may be live while one is being replaced. */
export class WebhookSecrets {
  constructor(
    readonly meta: readonly string[],
    readonly tiktok: readonly string[],
    readonly tiktokClientKey: string | undefined,
    readonly publicUrl: string,
    private readonly key: Buffer,
  ) {}

  /** Nobody can guess it without our key, and the same message again gets the same one. */
  confirmationCode(delivered: string): string {
    return lookupHash(this.key, `data-deletion:${delivered}`).toString('base64url').slice(0, 32);
  }
}
