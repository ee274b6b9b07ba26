import { Injectable } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { settleWork, sqlCount, sqlRows, type Tx, type WorkClaim, type WorkTable } from '@creator-connect/persistence';
import type { Row } from '../write-archive';

export const exportWork: WorkTable = { table: 'data_exports' };
export const leaseSeconds = 120;
/** How long a finished export waits, and one that never finishes stands in the way of another. */
const lifeHours = 24;

export type DataExportStatus = 'gathering' | 'running' | 'ready' | 'fetched' | 'failed';

export interface DataExport {
  id: string;
  influencerId: string;
  status: DataExportStatus;
  partsDone: number;
  bytes: number;
  createdAt: Date;
  readyAt: Date | null;
  expiresAt: Date;
}

const columns = `id, influencer_id AS "influencerId", status, parts_done AS "partsDone", bytes::float8 AS bytes,
  created_at AS "createdAt", ready_at AS "readyAt", expires_at AS "expiresAt"`;

/** Exports of the organisation that the surrounding transaction belongs to; at most one for an influencer. */
@Injectable()
export class DataExportRepository {
  /** The id of a new one, in place of what was there; undefined while one is being made or waits to be fetched. */
  async begin(tx: Tx, organisationId: string, influencerId: string): Promise<string | undefined> {
    await sqlCount(
      tx,
      `DELETE FROM data_exports WHERE influencer_id = $1
          AND (status IN ('fetched', 'failed') OR expires_at <= now()
               OR (status = 'gathering' AND created_at < now() - interval '1 minute'))`,
      [influencerId],
    );
    const [row] = await sqlRows<{ id: string }>(
      tx,
      `INSERT INTO data_exports (id, org_id, influencer_id, status, expires_at)
       VALUES ($1, $2, $3, 'gathering', now() + make_interval(hours => $4))
       ON CONFLICT (org_id, influencer_id) DO NOTHING RETURNING id`,
      [newId(), organisationId, influencerId, lifeHours],
    );
    return row?.id;
  }

  /** Rows that somebody else holds, after those given before. False when the export takes none (any more). */
  async give(tx: Tx, organisationId: string, id: string, setName: string, rows: readonly Row[]): Promise<boolean> {
    const taking = await sqlRows(tx, `SELECT FROM data_exports WHERE id = $1 AND status = 'gathering' FOR UPDATE`, [
      id,
    ]);
    if (taking.length === 0) return false;
    await tx.query(
      `INSERT INTO data_export_rows (org_id, export_id, set_name, position, row)
       SELECT $1, $2, $3, coalesce((SELECT max(position) FROM data_export_rows WHERE export_id = $2 AND set_name = $3), 0)
                          + given.position, given.row
         FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS given (row, position)`,
      [organisationId, id, setName, JSON.stringify(rows)],
    );
    return true;
  }

  async givenRows(tx: Tx, id: string, setName: string, after: number): Promise<{ position: number; row: Row }[]> {
    return sqlRows(
      tx,
      `SELECT position, row FROM data_export_rows WHERE export_id = $1 AND set_name = $2 AND position > $3
        ORDER BY position LIMIT 500`,
      [id, setName, after],
    );
  }

  /** Everything is there that others have to give: it can be written. */
  async start(tx: Tx, id: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE data_exports SET status = 'running', due_at = now() WHERE id = $1 AND status = 'gathering'`,
      [id],
    );
    return count === 1;
  }

  async of(tx: Tx, influencerId: string): Promise<DataExport | undefined> {
    const [row] = await sqlRows<DataExport>(
      tx,
      `SELECT ${columns} FROM data_exports WHERE influencer_id = $1 AND expires_at > now()`,
      [influencerId],
    );
    return row;
  }

  /** What an earlier try left goes; undefined when there is nothing to write for this claim. */
  async take(tx: Tx, claim: WorkClaim): Promise<DataExport | undefined> {
    const [row] = await sqlRows<DataExport>(
      tx,
      `UPDATE data_exports SET parts_done = 0, bytes = 0
        WHERE id = $1 AND lease_epoch = $2 AND status = 'running' RETURNING ${columns}`,
      [claim.id, claim.epoch],
    );
    if (row) await tx.query('DELETE FROM data_export_pieces WHERE export_id = $1', [claim.id]);
    return row;
  }

  /** False: another worker took over, or the export is gone, and nothing was written. */
  async append(tx: Tx, claim: WorkClaim, position: number, content: Buffer, partsDone: number): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE data_exports SET bytes = bytes + $3, parts_done = $4, lease_until = clock_timestamp() + make_interval(secs => $5)
        WHERE id = $1 AND lease_epoch = $2 AND status = 'running'`,
      [claim.id, claim.epoch, content.length, partsDone, leaseSeconds],
    );
    if (count === 0) return false;
    await tx.query('INSERT INTO data_export_pieces (org_id, export_id, position, content) VALUES ($1, $2, $3, $4)', [
      claim.orgId,
      claim.id,
      position,
      content,
    ]);
    return true;
  }

  async finish(tx: Tx, claim: WorkClaim): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE data_exports SET status = 'ready', ready_at = now(), expires_at = now() + make_interval(hours => $3)
        WHERE id = $1 AND lease_epoch = $2`,
      [claim.id, claim.epoch, lifeHours],
    );
    await tx.query('DELETE FROM data_export_rows WHERE export_id = $1', [claim.id]);
    await settleWork(tx, exportWork, claim, { due: null });
  }

  async fail(tx: Tx, claim: WorkClaim, error: string, again: boolean): Promise<void> {
    if (!again) {
      await sqlCount(tx, `UPDATE data_exports SET status = 'failed' WHERE id = $1 AND lease_epoch = $2`, [
        claim.id,
        claim.epoch,
      ]);
      await tx.query('DELETE FROM data_export_pieces WHERE export_id = $1', [claim.id]);
      await tx.query('DELETE FROM data_export_rows WHERE export_id = $1', [claim.id]);
    }
    await settleWork(tx, exportWork, claim, { due: again ? { inSeconds: 5 * claim.attempts } : null, error });
  }

  async piece(tx: Tx, id: string, position: number): Promise<Buffer | undefined> {
    const [row] = await sqlRows<{ content: Buffer }>(
      tx,
      'SELECT content FROM data_export_pieces WHERE export_id = $1 AND position = $2',
      [id, position],
    );
    return row?.content;
  }

  /** It was read to its end, so it can be read no more. */
  async fetched(tx: Tx, id: string): Promise<void> {
    await sqlCount(tx, `UPDATE data_exports SET status = 'fetched' WHERE id = $1`, [id]);
    await tx.query('DELETE FROM data_export_pieces WHERE export_id = $1', [id]);
  }

  async removeExpired(tx: Tx): Promise<void> {
    await sqlCount(tx, 'DELETE FROM data_exports WHERE expires_at <= now()');
  }
}
