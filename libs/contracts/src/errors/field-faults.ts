/**
 * Why a field is refused: stable codes with their English words. `{{name}}` stands for a parameter, so that a reader can say the
 * same in another language. They are part of the contract and documented in docs/errors.md.
 */
export const fieldFaults = {
  empty: 'should not be empty',
  not_text: 'must be text',
  not_boolean: 'must be true or false',
  not_object: 'must be an object',
  not_list: 'must be a list',
  not_number: 'must be a number',
  not_whole_number: 'must be a whole number',
  not_id: 'must be an id (UUID)',
  not_email: 'must be an e-mail address',
  not_time_zone: 'must be the name of a time zone',
  not_locale: 'must be a language like de or de-AT',
  not_date: 'must be a date like 2027-03-31',
  not_time: 'must be a time like 2027-03-31T12:00:00Z',
  not_base64: 'must be base64',
  not_web_address: 'must be an address that begins with https:// or http://',
  not_code: 'must be six digits',
  not_handle: 'must be a TikTok handle',
  not_slug: 'must be lower-case letters, digits and hyphens',
  not_field_key: 'must begin with a lower-case letter and hold only lower-case letters, digits and underscores',
  not_field_values: 'must be an object of at most {{max}} texts in one line each',
  not_one_line: 'must be plain text in one line',
  not_plain_text: 'must be plain text',
  like_a_platform: 'must not be, contain or look like the name of a platform',
  not_a_choice: 'must be one of: {{choices}}',
  reserved: 'must not be one of: {{choices}}',
  too_small: 'must be at least {{min}}',
  too_large: 'must be at most {{max}}',
  too_short: 'must have at least {{min}} characters',
  too_long: 'must have at most {{max}} characters',
  wrong_length: 'must have {{min}} to {{max}} characters',
  too_few: 'must have at least {{min}} entries',
  too_many: 'must have at most {{max}} entries',
  not_unique: 'must not have the same entry twice',
  repeated: 'is given more than once',
  unknown_field: 'is not known here',
  forbidden_field: 'has a field that is not allowed',
  unreadable_text: 'holds characters that are not text',
  too_deep: 'is nested too deep',
  wrong_form: 'has the wrong form',
  not_valid: 'is not valid',
  ends_before_it_starts: 'lies before the first day',
  no_account: 'needs at least one connected account',
  not_confirmed: 'must be confirmed with the code we mailed to it',
  easy_to_guess: 'is too easy to guess',
  other_organisation: 'is not the name of the organisation that you erase yourself from',
  not_asked: 'is not a field of your organisation',
  not_with_handle: 'goes without a handle',
  no_such_search: 'is no way in which this platform can be searched',
  unreadable_csv: 'can not be read as CSV',
  unreadable_csv_line: 'can not be read as CSV (line {{line}}): {{reason}}',
  column_missing: 'lacks the columns {{columns}}; its first line names the columns',
  column_twice: 'has the column {{column}} twice',
  too_many_rows: 'has more than {{max}} rows; divide it',
  not_a_cursor: 'is not a cursor of ours',
  not_our_host: 'is not a name of ours',
} as const;

export type FieldFaultCode = keyof typeof fieldFaults;

type NamesIn<Words extends string> = Words extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What the words of a code are filled in with. */
export type FieldFaultParams<Code extends FieldFaultCode> = Record<
  NamesIn<(typeof fieldFaults)[Code]>,
  string | number
>;

export interface FieldFault {
  field: string;
  code: FieldFaultCode;
  /** The English words, filled in. */
  message: string;
  params?: Record<string, string | number>;
}

export function fieldFault<Code extends FieldFaultCode>(
  field: string,
  code: Code,
  ...[params]: [NamesIn<(typeof fieldFaults)[Code]>] extends [never] ? [] : [FieldFaultParams<Code>]
): FieldFault {
  const filled: Record<string, string | number> | undefined = params;
  const message = fieldFaults[code].replaceAll(/{{(\w+)}}/g, (_, name: string) => String(filled?.[name] ?? ''));
  return { field, code, message, ...(filled ? { params: filled } : {}) };
}
