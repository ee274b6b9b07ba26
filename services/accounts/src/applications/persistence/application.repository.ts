import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { emailHash } from '../../influencers/persistence/influencer.repository';
import type { Application, ApplicationStatus } from '../domain/application';

export interface ApplicationChange extends Partial<Pick<Application, 'locale' | 'timeZone' | 'fields'>> {
  name?: string;
  email?: string;
}

interface Row {
  id: string;
  org_id: string;
  status: ApplicationStatus;
  group_id: string | null;
  group_name: string | null;
  name: string | null;
  email: string | null;
  email_verified_at: Date | null;
  locale: string;
  time_zone: string;
  fields: Record<string, string>;
  created_at: Date;
  touched_at: Date;
  submitted_at: Date | null;
  decided_at: Date | null;
}

/** Once approved, name and address are the influencer's. */
const select = `
  SELECT a.id, a.org_id, a.status, a.group_id, g.name AS group_name, coalesce(a.name, i.name) AS name,
         coalesce(a.email, i.email) AS email, a.email_verified_at, a.locale, a.time_zone,
         CASE WHEN a.status = 'approved' THEN i.fields ELSE a.fields END AS fields,
         a.created_at, a.touched_at, a.submitted_at, a.decided_at
    FROM applications a JOIN influencers i ON i.id = a.id LEFT JOIN influencer_groups g ON g.id = a.group_id`;

const toApplication = (row: Row): Application => ({
  id: row.id,
  organisationId: row.org_id,
  status: row.status,
  group: row.group_id === null ? null : { id: row.group_id, name: row.group_name! },
  name: row.name,
  email: row.email,
  emailVerified: row.email_verified_at !== null,
  locale: row.locale,
  timeZone: row.time_zone,
  fields: row.fields,
  createdAt: row.created_at,
  touchedAt: row.touched_at,
  submittedAt: row.submitted_at,
  decidedAt: row.decided_at,
});

/** Applications to the organisation that the surrounding transaction belongs to. */
@Injectable()
export class ApplicationRepository {
  /** The influencer it may become has to be there. */
  async add(tx: Tx, application: Pick<Application, 'id' | 'organisationId' | 'locale' | 'timeZone'>, groupId: string) {
    const { id, organisationId, locale, timeZone } = application;
    await sqlCount(
      tx,
      `INSERT INTO applications (id, org_id, group_id, status, locale, time_zone, created_at, touched_at)
       VALUES ($1, $2, $3, 'draft', $4, $5, now(), now())`,
      [id, organisationId, groupId, locale, timeZone],
    );
  }

  async find(tx: Tx, id: string): Promise<Application | undefined> {
    const [row] = await sqlRows<Row>(tx, `${select} WHERE a.id = $1`, [id]);
    return row && toApplication(row);
  }

  /** Locked until the end of the transaction: nobody else submits or decides it meanwhile. */
  async lock(tx: Tx, id: string): Promise<Application | undefined> {
    await sqlRows(tx, 'SELECT FROM applications WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  /** Locks it if it meets a condition on its row; false when it does not, or somebody else has it. */
  async lockIf(tx: Tx, id: string, condition: string): Promise<boolean> {
    const sql = `SELECT FROM applications WHERE id = $1 AND (${condition}) FOR UPDATE SKIP LOCKED`;
    return (await sqlRows(tx, sql, [id])).length === 1;
  }

  /** Whether accounts may be connected to it; it stays so until the end of the transaction. */
  async holdDraft(tx: Tx, id: string): Promise<boolean> {
    const rows = await sqlRows(tx, `SELECT FROM applications WHERE id = $1 AND status = 'draft' FOR SHARE`, [id]);
    return rows.length === 1;
  }

  /** Newest first. A draft is nobody's business but the applicant's. */
  async list(
    tx: Tx,
    filter: {
      status: Exclude<ApplicationStatus, 'draft'>;
      groupId?: string | undefined;
      limit: number;
      after: string | null;
    },
  ): Promise<Application[]> {
    const rows = await sqlRows<Row>(
      tx,
      `${select} WHERE a.status = $1 AND ($2::uuid IS NULL OR a.group_id = $2) AND ($3::uuid IS NULL OR a.id < $3)
        ORDER BY a.id DESC LIMIT $4`,
      [filter.status, filter.groupId ?? null, filter.after, filter.limit],
    );
    return rows.map(toApplication);
  }

  async begunToday(tx: Tx): Promise<number> {
    const [row] = await sqlRows<{ count: number }>(
      tx,
      `SELECT count(*)::int AS count FROM applications WHERE created_at > now() - interval '1 day'`,
    );
    return row!.count;
  }

  /** Another address is an unproven one. */
  async change(tx: Tx, id: string, { name, email, locale, timeZone, fields }: ApplicationChange): Promise<void> {
    const hash = email === undefined ? null : emailHash(email);
    await sqlCount(
      tx,
      `UPDATE applications SET name = coalesce($2, name), email = coalesce($3, email),
         email_verified_at = CASE WHEN $4::bytea IS NULL OR email_hash = $4 THEN email_verified_at END,
         email_hash = coalesce($4, email_hash), locale = coalesce($5, locale), time_zone = coalesce($6, time_zone),
         fields = coalesce($7, fields), touched_at = now() WHERE id = $1`,
      [
        id,
        name ?? null,
        email ?? null,
        hash,
        locale ?? null,
        timeZone ?? null,
        fields === undefined ? null : JSON.stringify(fields),
      ],
    );
  }

  async noteProvenEmail(tx: Tx, id: string, email: string): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE applications SET email = $2, email_hash = $3, email_verified_at = now(), touched_at = now() WHERE id = $1`,
      [id, email, emailHash(email)],
    );
  }

  async isWaiting(tx: Tx, email: string): Promise<boolean> {
    const rows = await sqlRows(tx, `SELECT FROM applications WHERE email_hash = $1 AND status = 'submitted'`, [
      emailHash(email),
    ]);
    return rows.length > 0;
  }

  async submit(tx: Tx, id: string): Promise<void> {
    await sqlCount(tx, `UPDATE applications SET status = 'submitted', submitted_at = now() WHERE id = $1`, [id]);
  }

  async decline(tx: Tx, id: string, actor: string): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE applications SET status = 'declined', decided_at = now(), decided_by = $2 WHERE id = $1`,
      [id, actor],
    );
  }

  /** What was typed moves on into the roster. */
  async approve(tx: Tx, id: string, actor: string): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE applications SET status = 'approved', decided_at = now(), decided_by = $2,
         name = NULL, email = NULL, email_hash = NULL, fields = '{}' WHERE id = $1`,
      [id, actor],
    );
  }
}
