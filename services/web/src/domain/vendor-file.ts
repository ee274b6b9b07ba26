import type { components } from '../api/schema';

type Records = NonNullable<components['schemas']['ImportVendorDataRequest']['records']>;

/** What one request takes; the API allows 2,000 rows and 240,000 characters. */
const mostRows = 500;
const mostLength = 200_000;

/** A part of a vendor's file, for one request. */
export type VendorPart =
  { csv: string; rows: number; before: number } | { records: Records; rows: number; before: number };

/** Figures of accounts of the roster, or contact information of public profiles that have a report. */
export type VendorKind = 'figures' | 'contacts';

export class UnreadableFile extends Error {}

/** CSV as it is, or the JSON that the API takes: a list of records, or an object that holds one as "records". */
export function vendorParts(text: string): VendorPart[] {
  const plain = text.replace(/^\uFEFF/, '').trim();
  return /^[[{]/.test(plain) ? partsOfJson(plain) : partsOfCsv(plain);
}

function partsOfJson(text: string): VendorPart[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UnreadableFile();
  }
  const records: unknown = Array.isArray(parsed) ? parsed : (parsed as { records?: unknown }).records;
  if (!Array.isArray(records) || records.length === 0) throw new UnreadableFile();
  return grouped((records as Records).map((record) => ({ record, length: JSON.stringify(record).length }))).map(
    ({ of, before }) => ({
      records: of.map(({ record }) => record),
      rows: of.length,
      before,
    }),
  );
}

function partsOfCsv(text: string): VendorPart[] {
  const [header, ...rows] = linesOf(text);
  if (header === undefined || rows.length === 0) throw new UnreadableFile();
  return grouped(rows.map((line) => ({ line, length: line.length + header.length / mostRows }))).map(
    ({ of, before }) => ({
      csv: [header, ...of.map(({ line }) => line)].join('\n'),
      rows: of.length,
      before,
    }),
  );
}

/** Rows of a CSV: a line break inside quotes ends none, and empty lines are none. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/\r?\n/)) {
    line = line === '' ? piece : `${line}\n${piece}`;
    if ((line.match(/"/g)?.length ?? 0) % 2 === 1) continue;
    if (line.trim() !== '') lines.push(line);
    line = '';
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}

function grouped<T extends { length: number }>(rows: readonly T[]): { of: T[]; before: number }[] {
  const parts: { of: T[]; before: number }[] = [];
  let length = 0;
  rows.forEach((row, index) => {
    const last = parts.at(-1);
    if (!last || last.of.length >= mostRows || length + row.length > mostLength) {
      parts.push({ of: [row], before: index });
      length = row.length;
    } else {
      last.of.push(row);
      length += row.length;
    }
  });
  return parts;
}
