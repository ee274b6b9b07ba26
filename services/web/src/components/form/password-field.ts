import { PasswordInput } from '@mantine/core';
import { fieldOf } from './field-of';

export const PasswordField = fieldOf(PasswordInput);
