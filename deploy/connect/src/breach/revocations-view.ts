import type { Client } from 'pg';
import type { Scope } from './scope';

export interface Preview {
  platforms: { platform: string; connections: number }[];
  connections: number;
  people: number;
  organisations: number;
  /** To connect, begun and not finished. */
  attempts: number;
  /** Whose consent another connection rests on that stays. */
  shared: number;
}

export interface OrderState extends Scope {
  id: string;
  reason: string;
  orderedBy: string;
  orderedAt: Date;
  doneAt: Date | null;
  revoked: number;
  people: number;
  organisations: number;
  /** To connect, whose consent was there already. */
  attempts: number;
  /** What became of telling the platforms, by outcome. */
  told: Record<string, number>;
}

export interface RevokedConnection {
  organisation: string;
  influencer: string;
  /** Of an attempt to connect none is known. */
  account: string | null;
  platform: string;
  outcome: string;
}

const ordered = `
  SELECT o.id, o.scope, o.target, o.reason, o.ordered_by AS "orderedBy", o.ordered_at AS "orderedAt", o.done_at AS "doneAt",
         count(r.social_account_id)::int AS revoked,
         count(DISTINCT r.influencer_id) FILTER (WHERE r.social_account_id IS NOT NULL)::int AS people,
         count(DISTINCT r.org_id) FILTER (WHERE r.social_account_id IS NOT NULL)::int AS organisations,
         count(r.id) FILTER (WHERE r.social_account_id IS NULL)::int AS attempts,
         jsonb_build_object('told', count(*) FILTER (WHERE r.outcome = 'told'), 'pending', count(*) FILTER (WHERE r.outcome = 'pending'),
           'consent_in_use', count(*) FILTER (WHERE r.outcome = 'consent_in_use'),
           'not_needed', count(*) FILTER (WHERE r.outcome = 'not_needed'),
           'given_up', count(*) FILTER (WHERE r.outcome = 'given_up')) AS told
    FROM revocation_orders o LEFT JOIN revocations r ON r.order_id = o.id`;

/** What the oauth service's database says of orders to revoke, seen with the router's rights: counts and ids, no secret. */
export class RevocationsView {
  constructor(private readonly client: Client) {}

  /** What an order would be about that is given now. */
  async preview({ scope, target }: Scope): Promise<Preview> {
    const { rows } = await this.client.query<Omit<Preview, 'platforms' | 'connections'>>(
      `WITH r AS MATERIALIZED (SELECT * FROM grants_to_revoke($1, $2, 'infinity'))
       SELECT (SELECT count(DISTINCT influencer_id)::int FROM r) AS people,
              (SELECT count(DISTINCT org_id)::int FROM r) AS organisations,
              (SELECT count(*)::int FROM attempts_to_discard($1, $2, 'infinity')) AS attempts,
              (SELECT count(*)::int FROM r WHERE EXISTS (
                 SELECT FROM grants g WHERE g.person_hash = r.person_hash AND g.state = 'live' AND g.id NOT IN (SELECT id FROM r))
              ) AS shared`,
      [scope, target],
    );
    const { rows: platforms } = await this.client.query<Preview['platforms'][number]>(
      `SELECT platform, count(*)::int AS connections FROM grants_to_revoke($1, $2, 'infinity') GROUP BY platform ORDER BY platform`,
      [scope, target],
    );
    return { ...rows[0]!, platforms, connections: platforms.reduce((sum, one) => sum + one.connections, 0) };
  }

  async order(id: string): Promise<OrderState | undefined> {
    return (await this.client.query<OrderState>(`${ordered} WHERE o.id = $1 GROUP BY o.id`, [id])).rows[0];
  }

  /** The newest ones, the newest first. */
  async orders(): Promise<OrderState[]> {
    return (await this.client.query<OrderState>(`${ordered} GROUP BY o.id ORDER BY o.ordered_at DESC LIMIT 20`)).rows;
  }

  /** Of what the order is about, what is not revoked yet. */
  async left(id: string): Promise<number> {
    const { rows } = await this.client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM revocation_orders o, grants_to_revoke(o.scope, o.target, o.ordered_at) WHERE o.id = $1`,
      [id],
    );
    return rows[0]!.n;
  }

  async revoked(id: string): Promise<RevokedConnection[]> {
    const { rows } = await this.client.query<RevokedConnection>(
      `SELECT org_id AS organisation, influencer_id AS influencer, social_account_id AS account, platform, outcome
         FROM revocations WHERE order_id = $1 ORDER BY org_id, influencer_id, social_account_id`,
      [id],
    );
    return rows;
  }
}
