import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { emailHash } from '../../influencers/persistence/influencer.repository';

export interface NewDashboardLink {
  organisationId: string;
  influencerId: string;
  /** Where it is mailed to. */
  email: string;
  messageId: string;
  tokenHash: Buffer;
  expiresAt: Date;
}

export interface DashboardOwner {
  influencerId: string;
  email: string;
}

/** Links into dashboards, of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class DashboardLinkRepository {
  /** A mail has one: that of an earlier try to send it works no more. */
  async put(tx: Tx, link: NewDashboardLink): Promise<void> {
    await tx.query(
      `INSERT INTO dashboard_links (org_id, message_id, influencer_id, token_hash, email_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, now(), $6)
       ON CONFLICT (org_id, message_id) DO UPDATE SET
         influencer_id = excluded.influencer_id, token_hash = excluded.token_hash, email_hash = excluded.email_hash,
         created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [link.organisationId, link.messageId, link.influencerId, link.tokenHash, emailHash(link.email), link.expiresAt],
    );
  }

  /** Takes the link out: whose dashboard it opens comes back once, and never after its end or for another mailbox. */
  async take(tx: Tx, tokenHash: Buffer): Promise<DashboardOwner | undefined> {
    const [row] = await sqlRows<DashboardOwner>(
      tx,
      `DELETE FROM dashboard_links l USING influencers i
        WHERE l.token_hash = $1 AND l.expires_at > now()
          AND i.id = l.influencer_id AND i.email_hash = l.email_hash AND i.approved_at IS NOT NULL
       RETURNING i.id AS "influencerId", i.email`,
      [tokenHash],
    );
    return row;
  }

  async removeExpired(tx: Tx): Promise<void> {
    await sqlCount(tx, 'DELETE FROM dashboard_links WHERE expires_at <= now()');
  }
}
