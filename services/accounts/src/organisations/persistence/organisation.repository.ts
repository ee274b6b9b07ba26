import { Injectable } from '@nestjs/common';
import { mailLanguages, type MailLanguage } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

export type MemberRole = 'owner' | 'admin' | 'viewer';

export interface Member {
  userId: string;
  role: MemberRole;
  joinedAt: Date;
}

export interface Organisation {
  id: string;
  name: string;
  slug: string;
  /** Language of mails to those who have no other. */
  locale: string;
  outboundEmailVerified: boolean;
}

interface Row {
  org_id: string;
  name: string;
  slug: string;
  locale: string;
  outbound_email_verified_at: Date | null;
}

@Injectable()
export class OrganisationRepository {
  /** Without members yet. False when the short name belongs to another organisation. */
  async add(
    tx: Tx,
    organisation: { id: string; name: string; slug: string; locale?: MailLanguage | undefined },
  ): Promise<boolean> {
    const { id, name, slug, locale = mailLanguages[0] } = organisation;
    const taken = await sqlCount(
      tx,
      'INSERT INTO organisation_slugs (slug, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [slug, id],
    );
    if (taken === 0) return false;
    await tx.query(
      'INSERT INTO organisations (org_id, name, slug, locale, created_at) VALUES ($1, $2, $3, $4, now())',
      [id, name, slug, locale],
    );
    return true;
  }

  /** The organisation of the surrounding transaction. */
  async current(tx: Tx): Promise<Organisation | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      'SELECT org_id, name, slug, locale, outbound_email_verified_at FROM organisations',
    );
    if (!row) return undefined;
    const { org_id: id, name, slug, locale } = row;
    return { id, name, slug, locale, outboundEmailVerified: row.outbound_email_verified_at !== null };
  }

  async changeLocale(tx: Tx, locale: MailLanguage): Promise<void> {
    await tx.query('UPDATE organisations SET locale = $1', [locale]);
  }

  /** Oldest first. */
  async members(tx: Tx): Promise<Member[]> {
    const rows = await sqlRows<{ user_id: string; role: MemberRole; created_at: Date }>(
      tx,
      'SELECT user_id, role, created_at FROM memberships ORDER BY created_at, user_id LIMIT 1000',
    );
    return rows.map(({ user_id: userId, role, created_at: joinedAt }) => ({ userId, role, joinedAt }));
  }

  /** False for who is a member already; they keep the role they have. */
  async addMember(tx: Tx, organisationId: string, userId: string, role: MemberRole): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO memberships (org_id, user_id, role, created_at) VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING`,
      [organisationId, userId, role],
    );
    return count === 1;
  }

  /**
   * The role of a member, with every change of members held off until the transaction's end: two owners who remove each
   * other must not both be right.
   */
  async roleForChange(tx: Tx, userId: string): Promise<MemberRole | undefined> {
    await sqlRows(tx, 'SELECT FROM organisations FOR UPDATE');
    const [row] = await sqlRows<{ role: MemberRole }>(tx, 'SELECT role FROM memberships WHERE user_id = $1', [userId]);
    return row?.role;
  }

  async ownersBeside(tx: Tx, userId: string): Promise<number> {
    const [row] = await sqlRows<{ count: number }>(
      tx,
      `SELECT count(*)::int AS count FROM memberships WHERE role = 'owner' AND user_id <> $1`,
      [userId],
    );
    return row?.count ?? 0;
  }

  async changeRole(tx: Tx, userId: string, role: MemberRole): Promise<void> {
    await sqlCount(tx, 'UPDATE memberships SET role = $2 WHERE user_id = $1', [userId, role]);
  }

  async removeMember(tx: Tx, userId: string): Promise<void> {
    await sqlCount(tx, 'DELETE FROM memberships WHERE user_id = $1', [userId]);
  }

  async noteOutboundEmail(tx: Tx, verifiedAt: string): Promise<void> {
    await tx.query('UPDATE organisations SET outbound_email_verified_at = $1', [verifiedAt]);
  }
}
