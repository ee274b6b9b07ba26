import { gaugeFrom } from '@creator-connect/observability';
import { RoutingPool } from '@creator-connect/persistence';
import { KeyRingFile } from '@creator-connect/security';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const wrappedByKey = `
  SELECT id, sum(n)::int AS n FROM (
    SELECT key_id AS id, count(*) AS n FROM data_keys GROUP BY key_id
    UNION ALL
    SELECT copy_key_id, count(*) FROM revocations WHERE copy_key_id IS NOT NULL GROUP BY copy_key_id
  ) AS used GROUP BY id`;

/** How far a rotation has come: what each key of the ring still wraps. It is over when only the active one does. */
@Injectable()
export class KeyMetrics implements OnApplicationBootstrap, OnModuleDestroy {
  private forget: () => unknown = () => undefined;

  constructor(
    private readonly router: RoutingPool,
    private readonly ring: KeyRingFile,
  ) {}

  onApplicationBootstrap(): void {
    this.forget = gaugeFrom(
      {
        name: 'vault_wrapped_keys',
        help: 'Data keys by the key of the ring that wraps them',
        labelNames: ['key_id', 'active'],
      },
      async (gauge) => {
        const rows = await this.router.query<{ id: string; n: number }>(wrappedByKey, []);
        const count = new Map(rows.map(({ id, n }) => [id, n]));
        gauge.reset();
        for (const id of new Set([...this.ring.ids, ...count.keys()])) {
          gauge.set({ key_id: id, active: String(id === this.ring.activeId) }, count.get(id) ?? 0);
        }
      },
    );
  }

  onModuleDestroy(): void {
    this.forget();
  }
}
