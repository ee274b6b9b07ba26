import { parse } from 'csv-parse/sync';
import { AppError, fieldFault, requestErrors, type FieldFault } from '@creator-connect/contracts';
import { z } from 'zod';

const mostRows = 2_000;
const fixed = new Set(['social_account_id', 'platform_post_id', 'posted_at', 'permalink']);

const rowSchema = z.object({
  social_account_id: z.uuid(),
  platform_post_id: z.string().max(200).default(''),
  posted_at: z.iso.datetime({ offset: true }).optional(),
  permalink: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  metrics: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,49}$/), z.number().nonnegative())
    .refine((metrics) => Object.keys(metrics).length > 0, 'needs at least one figure'),
});
export type VendorRow = z.infer<typeof rowSchema>;

export interface ReadRow {
  line: number;
  /** Undefined where the row says nothing that can be taken. */
  row: VendorRow | undefined;
  errors: FieldFault[];
}

/** CSV with a header line; every further column is a figure. Throws `request.invalid` when it is none, or too long. */
export function readCsv(csv: string): ReadRow[] {
  const options = { bom: true, delimiter: [',', ';', '\t'], info: true, skip_empty_lines: true };
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(csv, options) as unknown as typeof parsed;
  } catch {
    throw refused(fieldFault('csv', 'unreadable_csv'));
  }
  const [header, ...records] = parsed;
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  if (!columns.includes('social_account_id'))
    throw refused(fieldFault('csv', 'column_missing', { columns: 'social_account_id' }));
  if (records.length > mostRows) throw refused(fieldFault('csv', 'too_many_rows', { max: mostRows }));
  return records.map(({ record, info }) => {
    const cells = columns.flatMap((name, index) =>
      record[index]?.trim() ? [[name, record[index].trim()] as const] : [],
    );
    const named = Object.fromEntries(cells.filter(([name]) => fixed.has(name)));
    const figures = cells.filter(([name]) => !fixed.has(name)).map(([name, value]) => [name, Number(value)] as const);
    return readRow(info.lines, { ...named, metrics: Object.fromEntries(figures) });
  });
}

/** Records of a JSON body; the first one is line 1. */
export const readRecords = (records: readonly unknown[]): ReadRow[] =>
  records.map((record, index) => readRow(index + 1, record));

function readRow(line: number, value: unknown): ReadRow {
  const result = rowSchema.safeParse(value);
  if (result.success) return { line, row: result.data, errors: [] };
  // The words of the schema quote no value.
  const errors = result.error.issues.map(({ path, message }) => ({
    ...fieldFault(path.join('.'), 'not_valid'),
    message,
  }));
  return { line, row: undefined, errors };
}

const refused = (fault: FieldFault) => new AppError(requestErrors.invalid, { errors: [fault] });
