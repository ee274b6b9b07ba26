import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { get } from 'react-hook-form';
import * as z from 'zod/mini';
import type { InfluencerField } from '../../api/types';
import { fieldValues } from '../../components/field-inputs';
import { emailAddress, neededText } from '../../components/form/schemas';
import { useSchemaForm } from '../../components/form/use-schema-form';
import type { Draft } from './use-draft';

/** The form over a draft: what is typed in it goes there, and what arrives there is shown in it. */
export function useDraftForm(asked: readonly InfluencerField[], { typed, change }: Draft) {
  const form = useSchemaForm(
    z.object({ name: neededText(200), email: emailAddress(), fields: fieldValues(asked) }),
    typed,
  );

  const tell = useEffectEvent((field: string) => change(field, textIn(form.getValues(), field)));
  // Before anybody can type.
  useLayoutEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name, type }) => {
          if (type === 'change' && name) tell(name);
        },
      }),
    [form],
  );

  // The page before may have sent it, or another device; what was typed here meanwhile stays.
  const shown = useRef(typed);
  useEffect(() => {
    const before = shown.current;
    shown.current = typed;
    for (const field of ['name', 'email', ...asked.map(({ key }) => `fields.${key}` as const)] as const) {
      const [old, fresh] = [textIn(before, field), textIn(typed, field)];
      if (fresh !== old && textIn(form.getValues(), field) === old) form.setValue(field, fresh);
    }
  }, [form, typed, asked]);

  return form;
}

const textIn = (values: unknown, field: string) => (get(values, field) as string | undefined) ?? '';
