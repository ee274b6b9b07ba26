import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

export type CsvRow = Readonly<Record<string, unknown>>;

/**
 * The one way to write CSV. A text that begins like a formula (`=`, `+`, `-`, `@`, a tab or a line's end) is one to a
 * spreadsheet, whoever wrote it: it gets an apostrophe before it; numbers stay numbers (security PR-01). Times are in UTC,
 * what is not known is empty, lists and objects are JSON. Without columns, those of the first row.
 */
export function csvOf(rows: Iterable<CsvRow> | AsyncIterable<CsvRow>, columns?: readonly string[]): Readable {
  const csv = stringify({
    header: true,
    ...(columns && { columns: [...columns] }),
    escape_formulas: true,
    cast: { date: (value) => value.toISOString(), object: (value) => JSON.stringify(value), boolean: String },
  });
  // An error of either destroys the other: a download ends unfinished, there is no other way to tell its reader.
  return pipeline(Readable.from(rows), csv, () => undefined);
}
