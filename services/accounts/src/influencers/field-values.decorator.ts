import { saidAs } from '@creator-connect/observability';
import { registerDecorator } from 'class-validator';

const key = /^[a-z][a-z0-9_]{0,39}$/;
const plain = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
const mostFields = 30;
const mostCharacters = 500;

/** `{key: text}`, flat and bounded. Whether the keys and texts fit the organisation's fields is asked later. */
export const IsFieldValues = () => (object: object, propertyName: string) =>
  registerDecorator({
    name: 'isFieldValues',
    target: object.constructor,
    propertyName,
    options: saidAs('not_field_values', { max: mostFields }),
    validator: { validate: isFieldValues },
  });

function isFieldValues(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= mostFields && entries.every(([name, text]) => key.test(name) && isText(text));
}

const isText = (text: unknown) => typeof text === 'string' && text.length <= mostCharacters && plain.test(text);
