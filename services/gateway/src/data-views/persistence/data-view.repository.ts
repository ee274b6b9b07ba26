import { sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { Area, SubjectKind } from '../shown-data';

export const viewerRoles = ['owner', 'admin', 'viewer', 'api_key'] as const;
export type ViewerRole = (typeof viewerRoles)[number];

export interface DataView {
  organisationId: string;
  viewerId: string;
  viewerRole: ViewerRole;
  of: SubjectKind;
  /** Of the influencer, account or campaign; the organisation's own for its whole roster. */
  subjectId: string;
  area: Area;
}

/** What one viewer saw of a person on one day. */
export interface DayOfViews {
  day: string;
  firstAt: Date;
  viewerId: string;
  role: ViewerRole;
  areas: Area[];
}

/** By what a person can be seen, and since when: a whole day counts, since of a day only the first look is dated. */
export interface Subject {
  id: string;
  since: Date;
}

/** How long the record is kept. */
export const keptDays = 365;

/**
 * Who looked at whose data: one row for a viewer, a subject and a day, in the organisation that the surrounding transaction
 * belongs to. Which accounts and campaigns are a person's is asked when it is read.
 */
@Injectable()
export class DataViewRepository {
  async add(tx: Tx, view: DataView): Promise<void> {
    await tx.query(
      `INSERT INTO data_views AS v (org_id, subject_id, day, viewer_id, viewer_role, subject_kind, areas, first_at, downloads)
       VALUES ($1, $2, (now() AT TIME ZONE 'UTC')::date, $3, $4, $5, ARRAY[$6], now(), $7)
       ON CONFLICT (org_id, subject_id, day, viewer_id, viewer_role) DO UPDATE
         SET areas = CASE WHEN v.areas @> excluded.areas THEN v.areas ELSE v.areas || excluded.areas END,
             downloads = v.downloads + excluded.downloads
         WHERE NOT v.areas @> excluded.areas OR excluded.downloads > 0`,
      [
        view.organisationId,
        view.subjectId,
        view.viewerId,
        view.viewerRole,
        view.of,
        view.area,
        view.area === 'export' ? 1 : 0,
      ],
    );
  }

  /** Newest day first, after the sort values [day as a time, viewer, role] of the page before. */
  async list(tx: Tx, subjects: readonly Subject[], limit: number, after: string[] | null): Promise<DayOfViews[]> {
    return sqlRows<DayOfViews>(
      tx,
      `SELECT to_char(v.day, 'YYYY-MM-DD') AS day, min(v.first_at) AS "firstAt", v.viewer_id AS "viewerId",
              v.viewer_role AS role, array_agg(DISTINCT area ORDER BY area) AS areas
         FROM unnest($1::uuid[], $2::timestamptz[]) AS s (id, since)
         JOIN data_views v ON v.subject_id = s.id AND v.day >= (s.since AT TIME ZONE 'UTC')::date
         CROSS JOIN LATERAL unnest(v.areas) AS area
        WHERE $3::timestamptz IS NULL
           OR (v.day, v.viewer_id::text, v.viewer_role) < (($3 AT TIME ZONE 'UTC')::date, $4, $5)
        GROUP BY v.day, v.viewer_id, v.viewer_role
        ORDER BY v.day DESC, v.viewer_id::text DESC, v.viewer_role DESC LIMIT $6`,
      [
        subjects.map(({ id }) => id),
        subjects.map(({ since }) => since),
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limit,
      ],
    );
  }

  /** Who looked at an entry of the roster looked at the one that it became part of: on one day, a viewer once. */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query(
      `INSERT INTO data_views AS v (org_id, subject_id, day, viewer_id, viewer_role, subject_kind, areas, first_at, downloads)
       SELECT org_id, $2, day, viewer_id, viewer_role, subject_kind, areas, first_at, downloads
         FROM data_views WHERE subject_id = $1
       ON CONFLICT (org_id, subject_id, day, viewer_id, viewer_role)
       DO UPDATE SET first_at = least(v.first_at, excluded.first_at), downloads = v.downloads + excluded.downloads,
         areas = ARRAY(SELECT DISTINCT area FROM unnest(v.areas || excluded.areas) AS area ORDER BY area)`,
      [influencerId, keptId],
    );
    await this.erase(tx, [influencerId]);
  }

  async erase(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM data_views WHERE subject_id = ANY ($1)', [subjectIds]);
  }

  async removeOld(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM data_views WHERE day < (now() AT TIME ZONE $1)::date - $2::integer', ['UTC', keptDays]);
  }
}
