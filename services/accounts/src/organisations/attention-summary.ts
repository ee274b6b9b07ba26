import { Injectable } from '@nestjs/common';
import type { AuthState, Platform } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';

export interface AttentionSummary {
  reauth: number;
  nonAuth: number;
  /** Authorizations that only their person can renew, and that end within two weeks. */
  endingSoon: number;
  /** Those that lapsed last, first. */
  accounts: { platform: Platform; handle: string; influencerName: string; authState: AuthState; since: string }[];
}

const shown = 10;

/** How many accounts of the roster need their owner, and the latest of them; whoever paused theirs is asked for nothing. */
@Injectable()
export class AttentionSummaries {
  async of(tx: Tx): Promise<AttentionSummary> {
    const [counts] = await sqlRows<Omit<AttentionSummary, 'accounts'>>(
      tx,
      `SELECT count(*) FILTER (WHERE auth_state = 'REAUTH')::int AS reauth,
              count(*) FILTER (WHERE auth_state = 'NON_AUTH')::int AS "nonAuth",
              count(*) FILTER (WHERE auth_state = 'AUTHENTICATED' AND grant_ends_at < now() + interval '14 days')::int
                AS "endingSoon"
         FROM social_accounts WHERE reserved_until IS NULL AND paused_at IS NULL`,
    );
    const accounts = await sqlRows<AttentionSummary['accounts'][number]>(
      tx,
      `SELECT a.platform, a.handle, i.name AS "influencerName", a.auth_state AS "authState", a.cause_at AS since
         FROM social_accounts a JOIN influencers i ON i.id = a.influencer_id
        WHERE a.auth_state IN ('REAUTH', 'NON_AUTH') AND a.reserved_until IS NULL AND a.paused_at IS NULL
        ORDER BY a.auth_state = 'NON_AUTH', a.cause_at DESC, a.id LIMIT $1`,
      [shown],
    );
    return { ...(counts ?? { reauth: 0, nonAuth: 0, endingSoon: 0 }), accounts };
  }
}
