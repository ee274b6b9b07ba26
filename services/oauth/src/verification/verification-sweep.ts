import type { Platform } from '@creator-connect/contracts';
import { RoutingPool, sqlCount, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { isEndUnknown } from '../grants/domain/ends';
import type { Grant } from '../grants/domain/grant';
import { sweepSeconds } from './sweep-pace';

const countedForMs = 300_000;

/** How often the sweep looks at every grant, as far as the platforms' budgets allow. */
export class SweepSettings {
  constructor(readonly everySeconds: number) {}
}

/** Plans the next look at a grant that nobody doubts. */
@Injectable()
export class VerificationSweep {
  private readonly counts = new Map<Platform, { live: number; at: number }>();

  constructor(
    private readonly router: RoutingPool,
    private readonly settings: SweepSettings,
  ) {}

  /** For a grant that was just stored: looked at, it was already. */
  async plan(tx: Tx, grant: Grant): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO verifications AS v (id, org_id, asked_because, due_at)
       VALUES ($1, $2, 'sweep', clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT (id) DO UPDATE SET asked_because = 'sweep', due_at = excluded.due_at, attempts = 0, gone_seen = 0,
         ended_too = false, last_error = NULL`,
      [grant.id, grant.organisationId, await this.inSeconds(grant)],
    );
  }

  async inSeconds(grant: Grant): Promise<number> {
    const { everySeconds } = this.settings;
    const live = isEndUnknown(grant) ? 0 : await this.liveAt(grant.platform);
    return sweepSeconds({ platform: grant.platform, live, everySeconds, random: Math.random() });
  }

  private async liveAt(platform: Platform): Promise<number> {
    const known = this.counts.get(platform);
    if (known && Date.now() - known.at < countedForMs) return known.live;
    const [row] = await this.router.query<{ live: number }>(
      `SELECT count(*)::int AS live FROM grants WHERE platform = $1 AND state = 'live'`,
      [platform],
    );
    const live = row?.live ?? 0;
    this.counts.set(platform, { live, at: Date.now() });
    return live;
  }
}
