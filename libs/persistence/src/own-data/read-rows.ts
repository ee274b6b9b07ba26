import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { sqlRows } from '../sql';
import type { UnitOfWork } from '../unit-of-work';

const rowsAtOnce = 500;

/**
 * The rows of a query as a stream of objects. A cursor of the database holds them: however many there are, few are in
 * memory, and all are of the same moment. Its transaction ends with the stream, also when nobody reads on.
 */
export function readRows(unitOfWork: UnitOfWork, organisationId: string, text: string, values: unknown[]): Readable {
  const rows = new PassThrough({ objectMode: true, highWaterMark: rowsAtOnce });
  unitOfWork
    .tenant(organisationId, async (tx) => {
      await tx.query(`DECLARE own_rows NO SCROLL CURSOR FOR ${text}`, values);
      for (;;) {
        const batch = await sqlRows<object>(tx, `FETCH ${rowsAtOnce} FROM own_rows`);
        if (batch.length === 0 || rows.destroyed) return;
        const isFull = batch.map((row) => rows.write(row)).includes(false);
        if (isFull && !rows.destroyed) await Promise.race([once(rows, 'drain'), once(rows, 'close')]);
      }
    })
    .then(
      () => rows.end(),
      (error: Error) => rows.destroy(error),
    );
  return rows;
}
