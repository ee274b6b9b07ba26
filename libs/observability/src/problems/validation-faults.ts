import { fieldFault, fieldFaults, type FieldFault, type FieldFaultCode } from '@creator-connect/contracts';
import { getMetadataStorage, type ValidationError } from 'class-validator';

type Arguments = readonly unknown[];

/** What a rule of class-validator says, in our codes; its own words are meant for programmers. */
const faultOfRule: Record<string, (field: string, given: Arguments) => FieldFault> = {
  isString: (field) => fieldFault(field, 'not_text'),
  isBoolean: (field) => fieldFault(field, 'not_boolean'),
  isObject: (field) => fieldFault(field, 'not_object'),
  nestedValidation: (field) => fieldFault(field, 'not_object'),
  isArray: (field) => fieldFault(field, 'not_list'),
  isInt: (field) => fieldFault(field, 'not_whole_number'),
  isUuid: (field) => fieldFault(field, 'not_id'),
  isEmail: (field) => fieldFault(field, 'not_email'),
  isTimeZone: (field) => fieldFault(field, 'not_time_zone'),
  isIso8601: (field) => fieldFault(field, 'not_time'),
  isBase64: (field) => fieldFault(field, 'not_base64'),
  isNotEmpty: (field) => fieldFault(field, 'empty'),
  isIn: (field, [choices]) => fieldFault(field, 'not_a_choice', { choices: listed(choices) }),
  isNotIn: (field, [choices]) => fieldFault(field, 'reserved', { choices: listed(choices) }),
  min: (field, [min]) => fieldFault(field, 'too_small', { min: Number(min) }),
  max: (field, [max]) => fieldFault(field, 'too_large', { max: Number(max) }),
  minLength: (field, [min]) => fieldFault(field, 'too_short', { min: Number(min) }),
  maxLength: (field, [max]) => fieldFault(field, 'too_long', { max: Number(max) }),
  isLength: (field, [min, max]) =>
    max === undefined
      ? fieldFault(field, 'too_short', { min: Number(min) })
      : fieldFault(field, 'wrong_length', { min: Number(min), max: Number(max) }),
  arrayMinSize: (field, [min]) => fieldFault(field, 'too_few', { min: Number(min) }),
  arrayMaxSize: (field, [max]) => fieldFault(field, 'too_many', { max: Number(max) }),
  arrayUnique: (field) => fieldFault(field, 'not_unique'),
  matches: (field) => fieldFault(field, 'wrong_form'),
  whitelistValidation: (field) => fieldFault(field, 'unknown_field'),
  unknownValue: (field) => fieldFault(field, 'not_object'),
};

/** The others are `not_valid`. */
export const rulesWithACode: readonly string[] = Object.keys(faultOfRule);

const listed = (choices: unknown): string => (Array.isArray(choices) ? choices.join(', ') : '');

/** Names the code of a rule that could mean anything: `@Matches(/^\d{6}$/, saidAs('not_code'))`. */
export function saidAs<Code extends FieldFaultCode>(code: Code, params?: Record<string, string | number>) {
  return { context: { code, ...(params ? { params } : {}) } };
}

/** Every field at fault, nested ones by their path, each with its code. */
export function faultsOfValidation(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => faultOf(error, rule, field));
    return [...own, ...faultsOfValidation(error.children ?? [], field)];
  });
}

function faultOf(error: ValidationError, rule: string, field: string): FieldFault {
  const said = error.contexts?.[rule] as { code: FieldFaultCode; params?: Record<string, string | number> } | undefined;
  if (said) {
    const { code, params } = said;
    const message = fieldFaults[code].replaceAll(/{{(\w+)}}/g, (_, name: string) => String(params?.[name] ?? ''));
    return { field, code, message, ...(params ? { params } : {}) };
  }
  return faultOfRule[rule]?.(field, argumentsOf(error, rule)) ?? fieldFault(field, 'not_valid');
}

/** What the rule was given where it stands; the error itself holds it only as words. */
function argumentsOf({ target, property }: ValidationError, rule: string): Arguments {
  if (!target) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return rules.find((one) => one.propertyName === property && one.name === rule)?.constraints ?? [];
}
