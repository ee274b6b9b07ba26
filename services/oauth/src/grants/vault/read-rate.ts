import { countAlarm } from '@creator-connect/observability';
import { Logger } from '@nestjs/common';

const windowMs = 60_000;

/**
 * How often another service was given a secret in the last minute, by this process. A rate that no normal day has may be
 * somebody with a stolen identity (security VK-07); whom it concerns is in `vault_reads`.
 */
export class VaultReadRate {
  private readonly logger = new Logger(VaultReadRate.name);
  private readonly windows = new Map<string, { since: number; reads: number }>();

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note(service: string): void {
    // What the vault's own service does is paced by itself.
    if (service === 'oauth') return;
    const now = this.now();
    const known = this.windows.get(service);
    const window = known && now - known.since < windowMs ? known : { since: now, reads: 0 };
    window.reads += 1;
    this.windows.set(service, window);
    if (window.reads !== this.perMinute + 1) return;
    countAlarm('vault_reads');
    this.logger.error({ alarm: 'vault_reads', service, perMinute: this.perMinute }, 'secrets are read unusually often');
  }
}
