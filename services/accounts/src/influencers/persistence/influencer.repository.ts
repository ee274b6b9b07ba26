import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import type { FieldValues } from '../../influencer-fields/domain/influencer-fields';
import { wordsOf } from './roster-search';

export interface Influencer {
  id: string;
  organisationId: string;
  name: string;
  email: string;
  locale: string;
  timeZone: string;
  fields: FieldValues;
  approvedAt: Date;
  createdAt: Date;
}

export type NewInfluencer = Omit<Influencer, 'approvedAt' | 'createdAt'>;
export type Applicant = Pick<Influencer, 'id' | 'organisationId' | 'locale' | 'timeZone'>;
export type InfluencerChange = Partial<Pick<Influencer, 'name' | 'locale' | 'timeZone' | 'fields'>>;

interface Row {
  id: string;
  org_id: string;
  name: string;
  email: string;
  locale: string;
  time_zone: string;
  fields: Record<string, string>;
  approved_at: Date;
  created_at: Date;
}

const columns = 'id, org_id, name, email, locale, time_zone, fields, approved_at, created_at';

const toInfluencer = (row: Row): Influencer => ({
  id: row.id,
  organisationId: row.org_id,
  name: row.name,
  email: row.email,
  locale: row.locale,
  timeZone: row.time_zone,
  fields: row.fields,
  approvedAt: row.approved_at,
  createdAt: row.created_at,
});

/** Addresses are compared without case; the domain part never has any, and nobody has two mailboxes that differ so. */
export const emailHash = (email: string) => sha256(email.trim().toLowerCase());

/** The roster. A row that is not approved stands for an applicant, and is found by nobody who looks into the roster. */
@Injectable()
export class InfluencerRepository {
  /** False when the address is in the roster already. */
  async add(tx: Tx, influencer: NewInfluencer): Promise<boolean> {
    const { id, organisationId, name, email, locale, timeZone, fields } = influencer;
    const count = await sqlCount(
      tx,
      `INSERT INTO influencers
         (id, org_id, name, email, email_hash, locale, time_zone, fields, approved_at, created_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now(), 2) ON CONFLICT (org_id, email_hash) DO NOTHING`,
      [id, organisationId, name, email, emailHash(email), locale, timeZone, JSON.stringify(fields)],
    );
    if (count === 1) await this.addWords(tx, { id, name, email });
    return count === 1;
  }

  async find(tx: Tx, id: string): Promise<Influencer | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      `SELECT ${columns} FROM influencers WHERE id = $1 AND approved_at IS NOT NULL`,
      [id],
    );
    return row && toInfluencer(row);
  }

  /** As find; they stay in the roster until the end of the transaction, so that what is written about them finds them. */
  async hold(tx: Tx, id: string): Promise<Influencer | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      `SELECT ${columns} FROM influencers WHERE id = $1 AND approved_at IS NOT NULL FOR KEY SHARE`,
      [id],
    );
    return row && toInfluencer(row);
  }

  /** Those of them that are in the roster, against every other change, and against what is being written about them. */
  async lockAll(tx: Tx, ids: readonly string[]): Promise<Influencer[]> {
    const rows = await sqlRows<Row>(
      tx,
      `SELECT ${columns} FROM influencers WHERE id = ANY ($1) AND approved_at IS NOT NULL ORDER BY id FOR UPDATE`,
      [ids],
    );
    return rows.map(toInfluencer);
  }

  /** The first time counts. False when they are not in the roster. */
  async noteSignIn(tx: Tx, id: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      'UPDATE influencers SET signed_in_at = coalesce(signed_in_at, now()) WHERE id = $1 AND approved_at IS NOT NULL',
      [id],
    );
    return count === 1;
  }

  /** Whoever applies: somebody that accounts can be connected to, with no name and address in the roster yet. */
  async addApplicant(tx: Tx, { id, organisationId, locale, timeZone }: Applicant): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO influencers (id, org_id, locale, time_zone, created_at, version) VALUES ($1, $2, $3, $4, now(), 0)`,
      [id, organisationId, locale, timeZone],
    );
  }

  /** In the roster, or applying. */
  async isThere(tx: Tx, id: string): Promise<boolean> {
    return (await sqlRows(tx, 'SELECT FROM influencers WHERE id = $1', [id])).length > 0;
  }

  async isApplicant(tx: Tx, id: string): Promise<boolean> {
    return (await sqlRows(tx, 'SELECT FROM influencers WHERE id = $1 AND approved_at IS NULL', [id])).length > 0;
  }

  /** False when the address is in the roster already. */
  async takeIn(tx: Tx, { id, name, email, locale, timeZone, fields }: Omit<NewInfluencer, 'organisationId'>) {
    if (await this.knows(tx, email)) return false;
    await sqlCount(
      tx,
      `UPDATE influencers SET name = $2, email = $3, email_hash = $4, locale = $5, time_zone = $6, fields = $7,
         approved_at = now() WHERE id = $1`,
      [id, name, email, emailHash(email), locale, timeZone, JSON.stringify(fields)],
    );
    await this.addWords(tx, { id, name, email });
    return true;
  }

  /** Of whoever stands in the roster with this address. */
  async idOf(tx: Tx, email: string): Promise<string | undefined> {
    const [row] = await sqlRows<{ id: string }>(
      tx,
      'SELECT id FROM influencers WHERE email_hash = $1 AND approved_at IS NOT NULL',
      [emailHash(email)],
    );
    return row?.id;
  }

  async knows(tx: Tx, email: string): Promise<boolean> {
    return (await sqlRows(tx, 'SELECT FROM influencers WHERE email_hash = $1', [emailHash(email)])).length > 0;
  }

  async change(tx: Tx, id: string, { name, locale, timeZone, fields }: InfluencerChange): Promise<void> {
    const [changed] = await sqlRows<{ name: string; email: string }>(
      tx,
      `UPDATE influencers SET name = coalesce($2, name), locale = coalesce($3, locale),
         time_zone = coalesce($4, time_zone), fields = coalesce($5, fields) WHERE id = $1 RETURNING name, email`,
      [id, name ?? null, locale ?? null, timeZone ?? null, fields === undefined ? null : JSON.stringify(fields)],
    );
    if (!changed || name === undefined) return;
    await sqlCount(tx, 'DELETE FROM influencer_words WHERE influencer_id = $1', [id]);
    await this.addWords(tx, { id, ...changed });
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Influencer[]> {
    const rows = await sqlRows<Row>(tx, `SELECT ${columns} FROM influencers WHERE id = ANY ($1) ORDER BY id DESC`, [
      ids,
    ]);
    return rows.map(toInfluencer);
  }

  /** What the search finds the influencer by. */
  private async addWords(tx: Tx, { id, name, email }: Pick<Influencer, 'id' | 'name' | 'email'>): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO influencer_words (org_id, influencer_id, word)
       SELECT org_id, id, unnest($2::text[]) FROM influencers WHERE id = $1`,
      [id, wordsOf(`${name} ${email}`)],
    );
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

  /** Requests and links go with the influencer; accounts have to be removed before. */
  async remove(tx: Tx, id: string): Promise<void> {
    await sqlCount(tx, 'DELETE FROM authorization_requests WHERE influencer_id = $1', [id]);
    await sqlCount(tx, 'DELETE FROM influencers WHERE id = $1', [id]);
  }
}
