import { Injectable, Logger } from '@nestjs/common';
import { RoutingPool } from '@creator-connect/persistence';

/** An erasure that a service has not confirmed after a day needs a human. */
@Injectable()
export class WatchErasures {
  private readonly logger = new Logger(WatchErasures.name);

  constructor(private readonly routing: RoutingPool) {}

  async run(): Promise<void> {
    const late = await this.routing.query<{ org_id: string; influencer_id: string; confirmed: Record<string, string> }>(
      `SELECT org_id, influencer_id, confirmed FROM erasures
        WHERE done_at IS NULL AND erased_at < now() - interval '24 hours' ORDER BY erased_at LIMIT 100`,
    );
    for (const { org_id: organisationId, influencer_id: influencerId, confirmed } of late) {
      const by = Object.keys(confirmed);
      this.logger.error(
        { alarm: 'erasure_unfinished', organisationId, influencerId, confirmed: by },
        'an erasure is not done',
      );
    }
  }
}
