import { parse } from 'csv-parse/sync';
import { AppError, requestErrors, fieldFault, type FieldFault } from '@creator-connect/contracts';

export interface ImportRow {
  line: number;
  /** By column; empty cells are left out. */
  cells: Readonly<Record<string, string>>;
}

const mostRows = 2_000;

/** Throws `request.invalid` when this is no CSV, lacks a column, or has too many rows. Delimiter: comma, semicolon or tab. */
export function readRows(csv: string, needed: readonly string[] = ['name', 'email']): ImportRow[] {
  const [header, ...records] = parsed(csv);
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw refused(fieldFault('csv', 'column_missing', { columns: missing.join(', ') }));
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw refused(fieldFault('csv', 'column_twice', { column: JSON.stringify(twice) }));
  if (records.length > mostRows) throw refused(fieldFault('csv', 'too_many_rows', { max: mostRows }));
  return records.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      columns.flatMap((name, index) => (record[index]?.trim() ? [[name, record[index].trim()]] : [])),
    ),
  }));
}

function parsed(csv: string): { record: string[]; info: { lines: number } }[] {
  try {
    const options = { bom: true, delimiter: [',', ';', '\t'], info: true, skip_empty_lines: true };
    return parse(csv, options) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    // The parser's words name the line, and quote nothing but signs of the format.
    const { code, lines } = error as { code?: string; lines?: number };
    throw refused(
      lines === undefined
        ? fieldFault('csv', 'unreadable_csv')
        : fieldFault('csv', 'unreadable_csv_line', { line: lines, reason: code ?? 'unknown reason' }),
    );
  }
}

const refused = (fault: FieldFault) => new AppError(requestErrors.invalid, { errors: [fault] });
