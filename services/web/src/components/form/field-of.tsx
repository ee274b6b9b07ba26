import type { ComponentType, ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';

type FieldProps<Props> = Omit<Props, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error'> & {
  /** Of the value in the form around it. */
  name: string;
};

/** An input of the form around it, with what is wrong with its value. */
export function fieldOf<Props extends { error?: ReactNode }>(Input: ComponentType<Props>) {
  return function Field({ name, ...props }: FieldProps<Props>) {
    const { register, getFieldState, formState } = useFormContext();
    const { error } = getFieldState(name, formState);
    // A password's input is not marked by the library itself.
    const invalid = { 'aria-invalid': error ? true : undefined };
    return <Input {...(props as unknown as Props)} {...register(name)} {...invalid} error={error?.message} />;
  };
}
