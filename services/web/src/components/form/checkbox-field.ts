import { Checkbox } from '@mantine/core';
import { fieldOf } from './field-of';

export const CheckboxField = fieldOf(Checkbox);
