import { Injectable } from '@nestjs/common';
import type { Metric } from '@creator-connect/contracts';
import type { Provenance } from '../../vendor-data/domain/vendor-record';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import { fromOf, viewOf, type MetricView } from '../../posts/persistence/figure-provenance';
import type { CollectedBreakdown, CollectedProfile } from '../../collection/sources/collection-source';

export interface ProfileView {
  handle: string;
  displayName: string;
  metrics: MetricView[];
  audience: AudienceView[];
  collectedAt: string;
  provenance: Provenance;
}

export interface AudienceView extends CollectedBreakdown {
  collectedAt: string;
}

interface ProfileRow {
  handle: string;
  display_name: string;
  metrics: (Metric & { from?: 'ttcm' })[];
  collected_at: Date;
  provenance: Provenance;
}

/** Latest profile and audience of an account; changed figures also go to the history. */
@Injectable()
export class ProfileRepository {
  /** What the marketplace told beside a grant stays until it tells it again. */
  async store(
    tx: Tx,
    organisationId: string,
    accountId: string,
    profile: CollectedProfile,
    provenance: Provenance,
  ): Promise<void> {
    await tx.query(
      `WITH history AS (
         INSERT INTO metric_history (account_id, name, as_of, value, org_id)
         SELECT $2, m.name, m."asOf", m.value, $1
           FROM jsonb_to_recordset($5::jsonb) AS m(name text, "asOf" timestamptz, value float8)
          WHERE m.value IS DISTINCT FROM (
            SELECT (old->>'value')::float8 FROM profiles, jsonb_array_elements(metrics) old
             WHERE account_id = $2 AND old->>'name' = m.name)
         ON CONFLICT DO NOTHING
       )
       INSERT INTO profiles (account_id, org_id, handle, display_name, metrics, collected_at, provenance)
       VALUES ($2, $1, $3, $4, $5, now(), $6)
       ON CONFLICT (account_id) DO UPDATE
         SET handle = excluded.handle, display_name = excluded.display_name,
             metrics = excluded.metrics || coalesce(
               (SELECT jsonb_agg(m) FROM feeds f, jsonb_array_elements(profiles.metrics) m
                 WHERE f.id = $2 AND f.also_marketplace AND m->>'from' = 'ttcm'
                   AND NOT excluded.metrics @> jsonb_build_array(jsonb_build_object('name', m->'name'))), '[]'),
             collected_at = excluded.collected_at, provenance = excluded.provenance`,
      [
        organisationId,
        accountId,
        profile.handle,
        profile.displayName,
        JSON.stringify(profile.metrics.map((metric) => ({ ...metric, ...fromOf(provenance) }))),
        provenance,
      ],
    );
  }

  /** Adds the figures that the stored profile's own source does not tell, and returns them. */
  async add(
    tx: Tx,
    organisationId: string,
    accountId: string,
    metrics: readonly Metric[],
    provenance: Provenance,
  ): Promise<Metric[]> {
    const rows = await sqlRows<{ name: string; own: boolean; value: number }>(
      tx,
      `SELECT m->>'name' AS name, m->>'from' IS DISTINCT FROM $2 AS own, (m->>'value')::float8 AS value
         FROM profiles, jsonb_array_elements(metrics) m WHERE account_id = $1`,
      [accountId, provenance],
    );
    const before = new Map(rows.map((row) => [row.name, row]));
    const added = metrics.filter(({ name }) => !before.get(name)?.own);
    const changed = added.filter(({ name, value }) => before.get(name)?.value !== value);
    await tx.query(
      `WITH history AS (
         INSERT INTO metric_history (account_id, name, as_of, value, org_id)
         SELECT $2, m.name, m."asOf", m.value, $1
           FROM jsonb_to_recordset($3::jsonb) AS m(name text, "asOf" timestamptz, value float8)
         ON CONFLICT DO NOTHING
       )
       UPDATE profiles SET metrics = $4::jsonb || coalesce(
         (SELECT jsonb_agg(m) FROM jsonb_array_elements(metrics) m WHERE m->>'from' IS DISTINCT FROM $5), '[]')
        WHERE account_id = $2`,
      [
        organisationId,
        accountId,
        JSON.stringify(changed),
        JSON.stringify(added.map((metric) => ({ ...metric, ...fromOf(provenance) }))),
        provenance,
      ],
    );
    return added;
  }

  async storeAudience(
    tx: Tx,
    organisationId: string,
    accountId: string,
    breakdowns: readonly CollectedBreakdown[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO audiences (account_id, dimension, org_id, parts, collected_at)
       SELECT $2, b.dimension, $1, b.parts, now()
         FROM jsonb_to_recordset($3::jsonb) AS b(dimension text, parts jsonb)
       ON CONFLICT (account_id, dimension) DO UPDATE SET parts = excluded.parts, collected_at = excluded.collected_at`,
      [organisationId, accountId, JSON.stringify(breakdowns)],
    );
  }

  async find(tx: Tx, accountId: string): Promise<ProfileView | null> {
    const [row]: ProfileRow[] = await tx.query(
      'SELECT handle, display_name, metrics, collected_at, provenance FROM profiles WHERE account_id = $1',
      [accountId],
    );
    if (!row) return null;
    return {
      handle: row.handle,
      displayName: row.display_name,
      metrics: row.metrics.map((metric) => viewOf(metric, row.provenance)),
      audience: await this.audience(tx, accountId),
      collectedAt: row.collected_at.toISOString(),
      provenance: row.provenance,
    };
  }

  async audience(tx: Tx, accountId: string): Promise<AudienceView[]> {
    const rows: (CollectedBreakdown & { collected_at: Date })[] = await tx.query(
      'SELECT dimension, parts, collected_at FROM audiences WHERE account_id = $1 ORDER BY dimension',
      [accountId],
    );
    return rows.map(({ dimension, parts, collected_at: at }) => ({ dimension, parts, collectedAt: at.toISOString() }));
  }
}
