import { t } from 'i18next';
import * as z from 'zod/mini';
import type { InfluencerField } from '../../../api/types';
import { neededText } from '../../../components/form/schemas';

export const kinds = ['text', 'number', 'date', 'url', 'choice'] as const satisfies readonly InfluencerField['kind'][];
/** As many as the service takes. */
export const mostFields = 30;
const mostChoices = 100;
const longestChoice = 80;

/** What is typed with commas between. */
const listOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

const aboutChoices = (holds: (choices: readonly string[]) => boolean, error: () => string) =>
  z.refine<{ kind: string; choices: string[] }>(({ kind, choices }) => kind !== 'choice' || holds(choices), {
    error,
    path: ['choices'],
  });

const typedChoices = z.pipe(z.string(), z.transform(listOf));

/** One thing that is asked about every influencer. The choices of another kind are not looked at. */
const askedField = z
  .object({
    key: z.string(),
    label: neededText(80),
    kind: z.enum(kinds),
    choices: typedChoices,
    required: z.boolean(),
  })
  .check(
    aboutChoices(
      (choices) => choices.length > 0,
      () => t('form.required'),
    ),
    aboutChoices(
      (choices) => choices.length <= mostChoices,
      () => t('form.invalid'),
    ),
    aboutChoices(
      (choices) => choices.every((choice) => choice.length <= longestChoice),
      () => t('form.tooLong', { length: longestChoice }),
    ),
  );

export const fieldsSchema = z.object({ items: z.array(askedField) });

export type TypedFields = z.input<typeof fieldsSchema>;

export const toTyped = (fields: readonly InfluencerField[]): TypedFields => ({
  items: fields.map(({ choices = [], ...field }) => ({ ...field, choices: choices.join(', ') })),
});

/** A field's name in the API comes from its first label and stays, so that nothing entered is lost when it is renamed. */
export function withKeys({ items }: z.output<typeof fieldsSchema>): InfluencerField[] {
  const taken = items.map(({ key }) => key).filter(Boolean);
  return items.map((field) => {
    const key = field.key || keyFrom(field.label, taken);
    taken.push(key);
    return { ...field, key };
  });
}

function keyFrom(label: string, taken: readonly string[]): string {
  const plain =
    label
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^[_0-9]+|_+$/g, '') || 'field';
  let key = plain.slice(0, 36);
  for (let next = 2; taken.includes(key); next += 1) key = `${plain.slice(0, 36)}_${next}`;
  return key;
}
