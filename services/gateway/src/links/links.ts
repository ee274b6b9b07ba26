import { Inject, Injectable } from '@nestjs/common';
import { ShortCache } from '../edge/short-cache';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { AccountsPort, type LinkResolution } from '../peers/accounts.port';

/** What links are for, as accounts says now: a withdrawn one stops working within 1 s. */
@Injectable()
export class Links {
  private readonly cache: ShortCache<LinkResolution>;

  constructor(
    private readonly accounts: AccountsPort,
    @Inject(GATEWAY_CONFIG) config: GatewayConfig,
  ) {
    this.cache = new ShortCache(config.SESSION_CACHE_MILLISECONDS, 5_000);
  }

  resolve(linkHash: string): Promise<LinkResolution | undefined> {
    return this.cache.get(linkHash, () => this.accounts.resolveLink(linkHash));
  }
}
