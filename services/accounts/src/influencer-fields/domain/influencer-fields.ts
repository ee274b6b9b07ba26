import { fieldFault, type FieldFault } from '@creator-connect/contracts';

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
    ...unknown.map((key) => fieldFault(`fields.${key}`, 'not_asked')),
    ...fields.flatMap((field) => faultOf(field, valueOf(values, field.key)) ?? []),
  ];
}

/** A field may be called like something that every object has. */
export const valueOf = (values: FieldValues, key: string): string | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

function faultOf({ key, kind, choices, required }: InfluencerField, value: string | undefined): FieldFault | undefined {
  const field = `fields.${key}`;
  if (value === undefined || value.trim() === '') return required ? fieldFault(field, 'empty') : undefined;
  switch (kind) {
    case 'text':
      return undefined;
    case 'number':
      return decimal.test(value) ? undefined : fieldFault(field, 'not_number');
    case 'date':
      return isDay(value) ? undefined : fieldFault(field, 'not_date');
    case 'url':
      return isWebAddress(value) ? undefined : fieldFault(field, 'not_web_address');
    case 'choice':
      return choices.includes(value) ? undefined : fieldFault(field, 'not_a_choice', { choices: choices.join(', ') });
  }
}

function isDay(value: string): boolean {
  const time = day.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol);
}
