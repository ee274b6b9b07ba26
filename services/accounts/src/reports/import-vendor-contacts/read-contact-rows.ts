import { platforms, type FieldFault, type Platform, fieldFault } from '@creator-connect/contracts';
import { z } from 'zod';
import { readRows } from '../../influencers/import-influencers/read-rows';

const handle = z
  .string()
  .trim()
  .transform((text) => text.replace(/^@/, ''))
  .pipe(z.string().regex(/^[\p{L}\p{N}._-]{1,100}$/u));

const rowSchema = z.object({
  platform: z.string().toLowerCase().pipe(z.enum(platforms)),
  handle,
  email: z.email().max(254).optional(),
  instagram: handle.optional(),
  tiktok: handle.optional(),
  youtube: handle.optional(),
});

export interface ContactRow {
  platform: Platform;
  handle: string;
  emails: string[];
  accounts: { platform: Platform; handle: string }[];
}

export interface ReadContactRow {
  line: number;
  /** Undefined where the row says nothing that can be taken. */
  row: ContactRow | undefined;
  errors: FieldFault[];
}

/** CSV with a header line: platform, handle, and email, instagram, tiktok or youtube. Throws `request.invalid` when it is none. */
export const readContactCsv = (csv: string): ReadContactRow[] =>
  readRows(csv, ['platform', 'handle']).map(({ line, cells }) => readRow(line, cells));

/** Records of a JSON body; the first one is line 1. */
export const readContactRecords = (records: readonly unknown[]): ReadContactRow[] =>
  records.map((record, index) => readRow(index + 1, record));

const nothingTold = { ...fieldFault('email', 'not_valid'), message: 'or another account is needed' };

function readRow(line: number, value: unknown): ReadContactRow {
  const result = rowSchema.safeParse(value);
  if (!result.success) {
    // The words of the schema quote no value.
    const errors = result.error.issues.map(({ path, message }) => ({
      ...fieldFault(path.join('.'), 'not_valid'),
      message,
    }));
    return { line, row: undefined, errors };
  }
  const { platform, handle: of, email, ...named } = result.data;
  const accounts = platforms.flatMap((one) =>
    named[one] === undefined ? [] : [{ platform: one, handle: named[one] }],
  );
  if (email === undefined && accounts.length === 0) return { line, row: undefined, errors: [nothingTold] };
  return { line, row: { platform, handle: of, emails: email === undefined ? [] : [email], accounts }, errors: [] };
}
