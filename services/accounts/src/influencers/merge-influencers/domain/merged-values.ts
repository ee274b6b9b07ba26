import type { FieldValues } from '../../../influencer-fields/domain/influencer-fields';

interface Side {
  name: string;
  locale: string;
  timeZone: string;
  fields: FieldValues;
}

/** What the two entries say about one thing, and whose word stands afterwards. */
export interface MergedValue {
  /** `name`, `locale`, `timeZone`, or `fields.<key>`. The address is none: it is how the person signs in, and stays. */
  field: string;
  /** Null: nothing. */
  kept: string | null;
  other: string | null;
  taken: 'kept' | 'other';
}

/**
 * Where the two differ, or only the entry that goes says something. The kept entry's word stands, unless it says nothing or
 * the other's was chosen.
 */
export function mergedValues(kept: Side, other: Side, chosen: readonly string[]): MergedValue[] {
  return [...pairsOf(kept, other)]
    .filter(({ kept: own, other: theirs }) => theirs !== null && own !== theirs)
    .map((pair) => ({ ...pair, taken: pair.kept === null || chosen.includes(pair.field) ? 'other' : 'kept' }));
}

/** What has to be written into the kept entry. */
export function changeOf(kept: Side, values: readonly MergedValue[]): Partial<Side> {
  const taken = new Map(
    values.filter(({ taken: side }) => side === 'other').map((value) => [value.field, value.other!]),
  );
  const fields = Object.fromEntries(
    [...taken]
      .filter(([field]) => field.startsWith(ofField))
      .map(([field, value]) => [field.slice(ofField.length), value]),
  );
  const plain = Object.fromEntries(
    plainFields.flatMap((field) => (taken.has(field) ? [[field, taken.get(field)!]] : [])),
  );
  return { ...plain, ...(Object.keys(fields).length > 0 ? { fields: { ...kept.fields, ...fields } } : {}) };
}

const ofField = 'fields.';
const plainFields = ['name', 'locale', 'timeZone'] as const;

function* pairsOf(kept: Side, other: Side): Generator<Omit<MergedValue, 'taken'>> {
  for (const field of plainFields) yield { field, kept: said(kept[field]), other: said(other[field]) };
  for (const key of new Set([...Object.keys(kept.fields), ...Object.keys(other.fields)]))
    yield { field: `${ofField}${key}`, kept: said(kept.fields[key]), other: said(other.fields[key]) };
}

const said = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value);
