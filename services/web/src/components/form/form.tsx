import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react';
import { FormProvider, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { ProblemError } from '../../api/problem';
import { goesWith, takeBack, useUnsent } from '../unsent';
import { isSameTyping } from './same-typing';

export interface FormProps<Input extends FieldValues, Output extends FieldValues> {
  form: UseFormReturn<Input, unknown, Output>;
  onSubmit(values: Output): void;
  /** Of the request that was sent: what it says of a field stands at that field. */
  error?: unknown;
  /** A code, a password, a search, or what is kept elsewhere at once: left without a question, and never put aside. */
  fleeting?: boolean;
  children: ReactNode;
}

/**
 * Fields that say themselves what is wrong with them; the first such field has the focus. What is typed in them is not lost unasked,
 * and comes back after a failure of its page.
 */
export function Form<Input extends FieldValues, Output extends FieldValues>(props: FormProps<Input, Output>) {
  const { form, onSubmit, error, fleeting = false, children } = props;
  useKept(form, fleeting);
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

function useKept<Input extends FieldValues, Output extends FieldValues>(
  form: UseFormReturn<Input, unknown, Output>,
  fleeting: boolean,
): void {
  const { defaultValues } = form.formState;
  const isUnsent = () => !fleeting && !isSameTyping(form.getValues(), defaultValues);
  useUnsent(isUnsent);
  const place = useRef('');
  const comeBack = useEffectEvent(() => {
    place.current = [window.location.pathname, ...Object.keys(form.getValues()).toSorted()].join(' ');
    const typed = fleeting ? undefined : takeBack(place.current);
    if (typed !== undefined) form.reset(typed as Input, { keepDefaultValues: true });
  });
  useEffect(() => comeBack(), []);
  const go = useEffectEvent(() => {
    if (isUnsent()) goesWith(place.current, form.getValues());
  });
  // In the moment in which it is taken away: a page that breaks says so right after.
  useLayoutEffect(() => () => go(), []);
}
