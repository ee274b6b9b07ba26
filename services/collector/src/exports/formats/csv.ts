import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Table } from './table';

/** A cell that begins like a formula is one to a spreadsheet: it gets an apostrophe before it (security PR-01). */
export function csvOf({ columns, rows }: Table): Readable {
  const csv = stringify({
    header: true,
    columns: columns.map(({ name }) => name),
    escape_formulas: true,
    cast: { date: (value) => value.toISOString() },
  });
  // An error ends the download unfinished, which is what the reader should see; there is no other way to tell.
  pipeline(Readable.from(rows), csv, () => undefined);
  return csv;
}
