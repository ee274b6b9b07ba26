import { Inject, Injectable } from '@nestjs/common';
import { ShortCache } from '../edge/short-cache';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { AccountsPort, type InfluencerProfile, type Membership } from '../peers/accounts.port';

/** Where the person of a session belongs, as accounts says now: a removal or a lost role counts within 1 s. */
@Injectable()
export class Places {
  private readonly memberships: ShortCache<Membership[]>;
  private readonly profiles: ShortCache<InfluencerProfile[]>;

  constructor(
    private readonly accounts: AccountsPort,
    @Inject(GATEWAY_CONFIG) config: GatewayConfig,
  ) {
    this.memberships = new ShortCache(config.SESSION_CACHE_MILLISECONDS);
    this.profiles = new ShortCache(config.SESSION_CACHE_MILLISECONDS);
  }

  async membershipsOf(userId: string): Promise<Membership[]> {
    return (await this.memberships.get(userId, () => this.accounts.membershipsOf(userId))) ?? [];
  }

  /** They joined another one, and are to find it at once. */
  forgetMembershipsOf(userId: string): void {
    this.memberships.delete(userId);
  }

  /** An influencer is whom the organisations' rosters know by the address that the sign-in link was mailed to. */
  async profilesOf(email: string): Promise<InfluencerProfile[]> {
    return (await this.profiles.get(email, () => this.accounts.influencersByEmail(email))) ?? [];
  }
}
