import type { FieldFault } from '@creator-connect/contracts';

export const fieldKinds = ['text', 'number', 'date', 'url', 'choice'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Something an organisation wants to know of every influencer, beside name and e-mail address. */
export interface InfluencerField {
  key: string;
  label: string;
  kind: FieldKind;
  /** For kind `choice`. */
  choices: readonly string[];
  required: boolean;
}

/** Columns of the roster itself; a field of the same name could not be told from them in a CSV. */
export const reservedKeys = [
  'name',
  'email',
  'locale',
  'time_zone',
  'created_at',
  'instagram',
  'tiktok',
  'youtube',
] as const;

/** Values by key, each as text: what was typed stays what is shown. */
export type FieldValues = Readonly<Record<string, string>>;

const decimal = /^-?\d{1,15}(\.\d{1,6})?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with these values; empty when nothing is. Values without a field are faults, too. */
export function faultsOf(fields: readonly InfluencerField[], values: FieldValues): FieldFault[] {
  const known = new Set(fields.map(({ key }) => key));
  const unknown = Object.keys(values).filter((key) => !known.has(key));
  return [
    ...unknown.map((key) => fault(key, 'is not a field of your organisation')),
    ...fields.flatMap((field) => {
      const message = faultOf(field, values[field.key]);
      return message ? [fault(field.key, message)] : [];
    }),
  ];
}

function faultOf(field: InfluencerField, value: string | undefined): string | undefined {
  if (value === undefined || value.trim() === '') return field.required ? 'should not be empty' : undefined;
  switch (field.kind) {
    case 'text':
      return undefined;
    case 'number':
      return decimal.test(value) ? undefined : 'must be a number';
    case 'date':
      return isDay(value) ? undefined : 'must be a date like 2027-03-31';
    case 'url':
      return isWebAddress(value) ? undefined : 'must be an address that begins with https:// or http://';
    case 'choice':
      return field.choices.includes(value) ? undefined : `must be one of: ${field.choices.join(', ')}`;
  }
}

function isDay(value: string): boolean {
  const time = day.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol);
}

const fault = (key: string, message: string): FieldFault => ({ field: `fields.${key}`, message });
