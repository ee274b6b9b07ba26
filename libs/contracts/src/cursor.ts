import { AppError, requestErrors } from './errors';

/**
 * Opaque cursor of a keyset page: the sort values of the last row. Lists that change while they are read neither skip
 * nor repeat a row. Times in it have milliseconds, so a column that is paged by must be `timestamptz(3)`.
 */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Throws `request.invalid` for anything that `encodeCursor` did not make with this number of values. */
export function decodeCursor(cursor: string, length: number): string[] {
  const errors = [{ field: 'cursor', message: 'is not a cursor of ours' }];
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const whole =
      Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string');
    if (whole) return values;
  } catch (cause) {
    throw new AppError(requestErrors.invalid, { errors, cause });
  }
  throw new AppError(requestErrors.invalid, { errors });
}
