/** What incoming messages are checked with. Several secrets may be live while one is being replaced. */
export class WebhookSecrets {
  constructor(
    readonly meta: readonly string[],
    readonly tiktok: readonly string[],
    readonly tiktokClientKey: string | undefined,
    readonly publicUrl: string,
  ) {}
}
