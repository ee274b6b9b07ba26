import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';

/** A form whose values meet a schema before they are sent. */
export function useSchemaForm<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodMiniType<Output, Input>,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  return useForm({ resolver: zodResolver(schema), defaultValues });
}

/** The same over what others change as well: what arrives is shown, except in fields that somebody has typed in. */
export function useLiveForm<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodMiniType<Output, Input>,
  values: Input,
): UseFormReturn<Input, unknown, Output> {
  const form = useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    values,
    resetOptions: { keepDirtyValues: true, keepErrors: true },
  });
  // The library knows which fields those are only where somebody reads it.
  void form.formState.dirtyFields;
  return form;
}

/** Of what is sent only the parts that somebody typed in. */
export function changedOf<Sent extends object>(sent: Sent, dirty: Readonly<Record<string, unknown>>): Partial<Sent> {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => dirty[name] !== undefined)) as Partial<Sent>;
}
