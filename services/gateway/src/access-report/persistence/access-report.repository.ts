import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { ViewerRole } from '../../data-views/persistence/data-view.repository';
import type { Area } from '../../data-views/shown-data';
import type { Period } from '../period';

/** What one member or API key looked at. */
export interface ViewerSummary {
  viewerId: string;
  /** The one they had last. */
  role: ViewerRole;
  /** On how many days they looked at anything. */
  days: number;
  lastDay: string;
  /** Different influencers that were looked at one by one, by themselves or by an account of theirs. */
  people: number;
  campaigns: number;
  /** On how many days they looked at the list of everybody. */
  rosterDays: number;
  areas: Area[];
  downloads: number;
}

/** In which minutes a report that broke off is left to whoever began it. */
const claimMinutes = 15;

/** Sums of `data_views`, in the organisation that the surrounding transaction belongs to. */
@Injectable()
export class AccessReportRepository {
  /** Accounts that were looked at, whose people must be known before people can be counted. */
  async accounts(tx: Tx, { from, to }: Period): Promise<string[]> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      `SELECT DISTINCT subject_id AS id FROM data_views WHERE subject_kind = 'account' AND day BETWEEN $1 AND $2`,
      [from, to],
    );
    return rows.map(({ id }) => id);
  }

  /** Who looked at most people first. An account without a person counts as one of its own. */
  async viewers(tx: Tx, { from, to }: Period, people: ReadonlyMap<string, string>): Promise<ViewerSummary[]> {
    return sqlRows<ViewerSummary>(
      tx,
      `${views}, kinds AS (
         SELECT viewer_id, array_agg(DISTINCT area ORDER BY area) AS areas
           FROM views CROSS JOIN LATERAL unnest(areas) AS area GROUP BY viewer_id)
       SELECT viewer_id AS "viewerId", (array_agg(viewer_role ORDER BY day DESC, viewer_role))[1] AS role,
              count(DISTINCT day)::int AS days, to_char(max(day), 'YYYY-MM-DD') AS "lastDay",
              count(DISTINCT person)::int AS people,
              count(DISTINCT subject_id) FILTER (WHERE subject_kind = 'campaign')::int AS campaigns,
              count(DISTINCT day) FILTER (WHERE subject_kind = 'roster')::int AS "rosterDays",
              kinds.areas, sum(downloads)::int AS downloads
         FROM views JOIN kinds USING (viewer_id)
        GROUP BY viewer_id, kinds.areas ORDER BY people DESC, downloads DESC, viewer_id`,
      [from, to, [...people.keys()], [...people.values()]],
    );
  }

  /** Different people that anybody looked at one by one. */
  async countPeople(tx: Tx, { from, to }: Period, people: ReadonlyMap<string, string>): Promise<number> {
    const [row] = await sqlRows<{ count: number }>(
      tx,
      `${views} SELECT count(DISTINCT person)::int AS count FROM views`,
      [from, to, [...people.keys()], [...people.values()]],
    );
    return row?.count ?? 0;
  }

  /** False when the month is reported, or somebody else is about to. */
  async claim(tx: Tx, organisationId: string, { from }: Period, now: Date): Promise<boolean> {
    const claimed = await sqlCount(
      tx,
      `INSERT INTO access_reports AS r (org_id, month, claimed_at) VALUES ($1, $2, $3)
       ON CONFLICT (org_id, month) DO UPDATE SET claimed_at = excluded.claimed_at
         WHERE r.sent_at IS NULL AND r.claimed_at < excluded.claimed_at - make_interval(mins => $4)`,
      [organisationId, from, now, claimMinutes],
    );
    return claimed === 1;
  }

  async noteSent(tx: Tx, { from }: Period, now: Date): Promise<void> {
    await tx.query('UPDATE access_reports SET sent_at = $2 WHERE month = $1', [from, now]);
  }

  /** After a failure, so that the next round tries again. */
  async release(tx: Tx, { from }: Period): Promise<void> {
    await tx.query('DELETE FROM access_reports WHERE month = $1 AND sent_at IS NULL', [from]);
  }
}

const views = `
  WITH views AS (
    SELECT v.*, CASE subject_kind WHEN 'influencer' THEN subject_id WHEN 'account' THEN coalesce(p.person, subject_id) END AS person
      FROM data_views v
      LEFT JOIN unnest($3::uuid[], $4::uuid[]) AS p (account, person) ON v.subject_kind = 'account' AND p.account = v.subject_id
     WHERE v.day BETWEEN $1 AND $2)`;
