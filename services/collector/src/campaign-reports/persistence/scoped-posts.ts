/** What decides which posts count: the campaign's days, in UTC, and single decisions against them. */
export interface ReportScope {
  campaignId: string;
  accountIds: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
}

/** Posts of the scope's visible accounts, each with whether the dates count it and whether somebody decided otherwise. */
export const scoped = `
  scoped AS (
    SELECT p.*, o.counted AS decision,
           p.posted_at >= coalesce($3::date::timestamp AT TIME ZONE 'UTC', '-infinity')
             AND p.posted_at < coalesce(($4::date + 1)::timestamp AT TIME ZONE 'UTC', 'infinity') AS within
      FROM posts p
      JOIN feeds f ON f.id = p.account_id AND f.hidden_at IS NULL
      LEFT JOIN campaign_posts o ON o.campaign_id = $1 AND o.account_id = p.account_id
                                AND o.platform_post_id = p.platform_post_id
     WHERE p.account_id = ANY($2::uuid[]))`;

export const valuesOf = ({ campaignId, accountIds, startsOn, endsOn }: ReportScope): unknown[] => [
  campaignId,
  accountIds,
  startsOn,
  endsOn,
];
