import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { InfluencerField } from '../api/types';
import { SelectField, TextField } from './form/fields';
import { neededText } from './form/schemas';

const types = { text: 'text', number: 'text', date: 'date', url: 'url' } as const;

/** Values of the organisation's fields by their keys, all of them text; what they must be like, the service says. */
export const fieldValues = (fields: readonly InfluencerField[]) =>
  z.catchall(
    z.object(Object.fromEntries(fields.filter(({ required }) => required).map(({ key }) => [key, neededText(500)]))),
    z.optional(z.string()),
  );

/** One input per field of the organisation, required ones marked; values stand in the form under `fields`. */
export function FieldInputs({ fields }: { fields: readonly InfluencerField[] }) {
  const { t } = useTranslation();
  return fields.map(({ key, label, kind, choices = [], required }) =>
    kind === 'choice' ? (
      <SelectField
        key={key}
        name={`fields.${key}`}
        label={label}
        required={required}
        data={[{ value: '', label: t('form.choose') }, ...choices]}
      />
    ) : (
      <TextField
        key={key}
        name={`fields.${key}`}
        label={label}
        required={required}
        type={types[kind]}
        inputMode={kind === 'number' ? 'decimal' : undefined}
      />
    ),
  );
}

/** The API takes no empty texts where it asks for a number or a date. */
export const filledIn = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value?.trim() ? [[key, value]] : [])));
