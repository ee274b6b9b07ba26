import { isUtf8 } from 'node:buffer';

/**
 * Record headers as JSON that keeps every byte: text where the bytes are plain text (for whoever looks into the table),
 * base64 otherwise. A header that occurs several times is an array.
 */
export type StoredHeaders = Record<string, StoredValue | StoredValue[]>;
type StoredValue = string | { base64: string };

export function storeHeaders(headers: Record<string, Buffer | Buffer[]>): StoredHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      withoutNul(name),
      Array.isArray(value) ? value.map(storeValue) : storeValue(value),
    ]),
  );
}

export function restoreHeaders(stored: StoredHeaders): Record<string, Buffer | Buffer[]> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(restoreValue) : restoreValue(value),
    ]),
  );
}

// jsonb can't hold U+0000, nor anything that is not text.
const storeValue = (value: Buffer): StoredValue =>
  isUtf8(value) && !value.includes(0) ? value.toString('utf8') : { base64: value.toString('base64') };

const restoreValue = (value: StoredValue): Buffer =>
  typeof value === 'string' ? Buffer.from(value) : Buffer.from(value.base64, 'base64');

const withoutNul = (name: string) => name.replaceAll('\u0000', '');
