import { NativeSelect, TextInput } from '@mantine/core';
import type { InfluencerField } from '../api/types';

const types = { text: 'text', number: 'text', date: 'date', url: 'url' } as const;

export interface FieldInputsProps {
  fields: readonly InfluencerField[];
  values: Readonly<Record<string, string>>;
  onChange(values: Record<string, string>): void;
}

/** One input per field of the organisation, required ones marked. */
export function FieldInputs({ fields, values, onChange }: FieldInputsProps) {
  const set = (key: string, value: string) => onChange({ ...values, [key]: value });
  return fields.map(({ key, label, kind, choices = [], required }) =>
    kind === 'choice' ? (
      <NativeSelect
        key={key}
        label={label}
        required={required}
        value={values[key] ?? ''}
        data={['', ...choices]}
        onChange={(event) => set(key, event.currentTarget.value)}
      />
    ) : (
      <TextInput
        key={key}
        label={label}
        required={required}
        type={types[kind]}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        maxLength={500}
        value={values[key] ?? ''}
        onChange={(event) => set(key, event.currentTarget.value)}
      />
    ),
  );
}

/** The API takes no empty texts where it asks for a number or a date. */
export const filledIn = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
