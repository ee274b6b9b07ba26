import { z } from 'zod';
import { AppError, fieldFault, requestErrors } from './errors';

/**
 * Opaque cursor of a keyset page: the sort values of the last row. Lists that change while they are read neither skip
 * nor repeat a row. Times in it have milliseconds, so a column that is paged by must be `timestamptz(3)`.
 */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids are UUIDv7, so their order is the order of creation and one id is a whole cursor. Throws as `decodeCursor` does. */
export function decodeIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (id && uuid.test(id)) return id;
  throw notOurs();
}

const isoTime = z.iso.datetime({ precision: 3 });

/** For lists by time: the first value is one. Throws as `decodeCursor` does. */
export function decodeTimeCursor(cursor: string, length: number): string[] {
  const values = decodeCursor(cursor, length);
  if (isoTime.safeParse(values[0]).success) return values;
  throw notOurs();
}

/** Throws `request.invalid` for anything that `encodeCursor` did not make with this number of values. */
function decodeCursor(cursor: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isStorableText)) return values;
  } catch (cause) {
    throw notOurs(cause);
  }
  throw notOurs();
}

/** PostgreSQL's text holds every character but NUL. */
const isStorableText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

const notOurs = (cause?: unknown): AppError =>
  new AppError(requestErrors.invalid, { errors: [fieldFault('cursor', 'not_a_cursor')], cause });
