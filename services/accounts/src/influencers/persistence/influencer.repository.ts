import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';

export interface Influencer {
  id: string;
  organisationId: string;
  name: string;
  email: string;
  locale: string;
  timeZone: string;
  approvedAt: Date | null;
  createdAt: Date;
}

interface Row {
  id: string;
  org_id: string;
  name: string;
  email: string;
  locale: string;
  time_zone: string;
  approved_at: Date | null;
  created_at: Date;
}

const toInfluencer = (row: Row): Influencer => ({
  id: row.id,
  organisationId: row.org_id,
  name: row.name,
  email: row.email,
  locale: row.locale,
  timeZone: row.time_zone,
  approvedAt: row.approved_at,
  createdAt: row.created_at,
});

/** Addresses are compared without case; the domain part never has any, and nobody has two mailboxes that differ so. */
export const emailHash = (email: string) => sha256(email.trim().toLowerCase());

@Injectable()
export class InfluencerRepository {
  /** False when the address is in the roster already. */
  async add(
    tx: Tx,
    influencer: Pick<Influencer, 'id' | 'organisationId' | 'name' | 'email' | 'locale' | 'timeZone'>,
  ): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO influencers (id, org_id, name, email, email_hash, locale, time_zone, approved_at, created_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now(), 2) ON CONFLICT (org_id, email_hash) DO NOTHING`,
      [
        influencer.id,
        influencer.organisationId,
        influencer.name,
        influencer.email,
        emailHash(influencer.email),
        influencer.locale,
        influencer.timeZone,
      ],
    );
    return count === 1;
  }

  async find(tx: Tx, id: string): Promise<Influencer | undefined> {
    const [row] = await sqlRows<Row>(tx, 'SELECT * FROM influencers WHERE id = $1', [id]);
    return row && toInfluencer(row);
  }

  /** Newest first, after this id. */
  async list(tx: Tx, limit: number, after: string | null): Promise<Influencer[]> {
    const rows = await sqlRows<Row>(
      tx,
      'SELECT * FROM influencers WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2',
      [after, limit],
    );
    return rows.map(toInfluencer);
  }

  /** Locks the influencer and takes the next version for an event about them. */
  async nextVersion(tx: Tx, id: string): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      'UPDATE influencers SET version = version + 1 WHERE id = $1 RETURNING version',
      [id],
    );
    return Number(row!.version);
  }
}
