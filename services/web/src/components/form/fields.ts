import { NativeSelect, TextInput } from '@mantine/core';
import { fieldOf } from './field-of';

export const TextField = fieldOf(TextInput);
export const SelectField = fieldOf(NativeSelect);
