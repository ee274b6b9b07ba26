import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

export interface Organisation {
  id: string;
  name: string;
  slug: string;
  outboundEmailVerified: boolean;
}

interface Row {
  org_id: string;
  name: string;
  slug: string;
  outbound_email_verified_at: Date | null;
}

@Injectable()
export class OrganisationRepository {
  /** False when the short name belongs to another organisation. */
  async add(tx: Tx, organisation: { id: string; name: string; slug: string; ownerUserId: string }): Promise<boolean> {
    const { id, name, slug, ownerUserId } = organisation;
    const taken = await sqlCount(
      tx,
      'INSERT INTO organisation_slugs (slug, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [slug, id],
    );
    if (taken === 0) return false;
    await tx.query('INSERT INTO organisations (org_id, name, slug, created_at) VALUES ($1, $2, $3, now())', [
      id,
      name,
      slug,
    ]);
    await tx.query(`INSERT INTO memberships (org_id, user_id, role, created_at) VALUES ($1, $2, 'owner', now())`, [
      id,
      ownerUserId,
    ]);
    return true;
  }

  /** The organisation of the surrounding transaction. */
  async current(tx: Tx): Promise<Organisation | undefined> {
    const [row] = await sqlRows<Row>(tx, 'SELECT org_id, name, slug, outbound_email_verified_at FROM organisations');
    if (!row) return undefined;
    const { org_id: id, name, slug } = row;
    return { id, name, slug, outboundEmailVerified: row.outbound_email_verified_at !== null };
  }

  async noteOutboundEmail(tx: Tx, verifiedAt: string): Promise<void> {
    await tx.query('UPDATE organisations SET outbound_email_verified_at = $1', [verifiedAt]);
  }
}
