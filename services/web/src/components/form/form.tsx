import { useEffect, type ReactNode } from 'react';
import { FormProvider, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { ProblemError } from '../../api/problem';

export interface FormProps<Input extends FieldValues, Output extends FieldValues> {
  form: UseFormReturn<Input, unknown, Output>;
  onSubmit(values: Output): void;
  /** Of the request that was sent: what it says of a field stands at that field. */
  error?: unknown;
  children: ReactNode;
}

/** Fields that say themselves what is wrong with them; the first such field has the focus. */
export function Form<Input extends FieldValues, Output extends FieldValues>(props: FormProps<Input, Output>) {
  const { form, onSubmit, error, children } = props;
  useEffect(() => {
    if (!(error instanceof ProblemError)) return;
    const known = error.faults.filter(({ field }) => form.getValues(field as Path<Input>) !== undefined);
    for (const [at, { field, message }] of known.entries()) {
      form.setError(field as Path<Input>, { type: 'server', message }, { shouldFocus: at === 0 });
    }
  }, [error, form]);
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}>
        {children}
      </form>
    </FormProvider>
  );
}
