import { Textarea } from '@mantine/core';
import { fieldOf } from './field-of';

export const TextAreaField = fieldOf(Textarea);
