import { Pool } from 'pg';

export interface Replica {
  activeId: string;
  keyIds: string[];
}

/** What the vault's database says of keys, seen with the router's rights: counts and ids, no secret. */
export class VaultView {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({ connectionString: url, max: 1, options: '-c search_path=oauth' });
  }

  /** Data keys by the key of the ring that wraps them. */
  async inUse(): Promise<Map<string, number>> {
    const { rows } = await this.pool.query<{ id: string; n: number }>(
      `SELECT id, sum(n)::int AS n FROM (
         SELECT key_id AS id, count(*) AS n FROM data_keys GROUP BY key_id
         UNION ALL
         SELECT copy_key_id, count(*) FROM revocations WHERE copy_key_id IS NOT NULL GROUP BY copy_key_id
       ) AS used GROUP BY id ORDER BY id`,
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** Processes of the service that were heard of in the last half minute. */
  async replicas(): Promise<Replica[]> {
    const { rows } = await this.pool.query<Replica>(
      `SELECT active_id AS "activeId", key_ids AS "keyIds" FROM key_ring_readers
        WHERE seen_at > now() - interval '30 seconds'`,
    );
    return rows;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
