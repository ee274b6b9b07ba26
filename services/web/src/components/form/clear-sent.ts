import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { isSameTyping } from './same-typing';

/** Empties a form whose values arrived, unless somebody went on typing while they were on their way: that is still to be sent. */
export function clearSent<Input extends FieldValues>(
  form: Pick<UseFormReturn<Input>, 'getValues' | 'reset'>,
  sent: Input,
): void {
  if (isSameTyping(form.getValues(), sent)) form.reset();
}
