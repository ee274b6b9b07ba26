import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

export interface InfluencerGroup {
  id: string;
  name: string;
  influencers: number;
  createdAt: Date;
  /** Of its application link. */
  slug: string;
  open: boolean;
}

const select = `
  SELECT g.id, g.name, g.created_at AS "createdAt",
         (SELECT count(*)::int FROM influencer_group_members m WHERE m.group_id = g.id) AS influencers,
         l.slug, l.closed_at IS NULL AS open
    FROM influencer_groups g JOIN application_links l ON l.group_id = g.id`;

@Injectable()
export class InfluencerGroupRepository {
  list(tx: Tx): Promise<InfluencerGroup[]> {
    return sqlRows<InfluencerGroup>(tx, `${select} ORDER BY lower(g.name) LIMIT 500`);
  }

  async find(tx: Tx, id: string): Promise<InfluencerGroup | undefined> {
    const [group] = await sqlRows<InfluencerGroup>(tx, `${select} WHERE g.id = $1`, [id]);
    return group;
  }

  /** False when the organisation has a group of this name. */
  async add(tx: Tx, organisationId: string, id: string, name: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO influencer_groups (id, org_id, name, created_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (org_id, lower(name)) DO NOTHING`,
      [id, organisationId, name],
    );
    return count === 1;
  }

  /** False when another group has this name. */
  async rename(tx: Tx, id: string, name: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE influencer_groups SET name = $2 WHERE id = $1
         AND NOT EXISTS (SELECT FROM influencer_groups o WHERE o.id <> $1 AND lower(o.name) = lower($2))`,
      [id, name],
    );
    return count === 1;
  }

  async remove(tx: Tx, id: string): Promise<boolean> {
    return (await sqlCount(tx, 'DELETE FROM influencer_groups WHERE id = $1', [id])) === 1;
  }

  /** Putting somebody in twice changes nothing. */
  async putInfluencer(tx: Tx, organisationId: string, groupId: string, influencerId: string): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO influencer_group_members (org_id, group_id, influencer_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [organisationId, groupId, influencerId],
    );
  }

  async takeInfluencer(tx: Tx, groupId: string, influencerId: string): Promise<void> {
    await sqlCount(tx, 'DELETE FROM influencer_group_members WHERE group_id = $1 AND influencer_id = $2', [
      groupId,
      influencerId,
    ]);
  }
}
